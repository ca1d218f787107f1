using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Contracts;
using Gateway.Contracts.Messages;

namespace Gateway.Infrastructure.Messaging;

/// <summary>
/// Writes a wake-up as the contract says, whatever the message library would do with it. Of one whose content only a newer version
/// understands, the number is read: a message is no authority, and the ledger knows what to do.
/// </summary>
internal sealed class ComplaintRecordedConverter : JsonConverter<ComplaintRecorded>
{
    public override ComplaintRecorded? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var again = reader;
        try
        {
            return JsonSerializer.Deserialize<ComplaintRecorded>(ref reader, ContractJson.Options);
        }
        catch (JsonException)
        {
            reader = again;
            return JsonSerializer.Deserialize<WakeUp>(ref reader, ContractJson.Options)?.ToMessage();
        }
    }

    public override void Write(Utf8JsonWriter writer, ComplaintRecorded value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, ContractJson.Options);

    private sealed record WakeUp
    {
        public required string Number { get; init; }

        public string Destination { get; init; } = "";

        public DateTimeOffset Published { get; init; }

        public ComplaintRecorded ToMessage() => new()
        {
            Number = Number,
            Destination = Destination,
            Published = Published,
            Complaint = new Complaint { Isi = "", Source = new Provenance("", "") },
        };
    }
}
