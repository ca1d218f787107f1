using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Contracts;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Journal;

/// <summary>One line of the file. Each bears a check over itself and the line before, so that a line that is missing or changed shows.</summary>
/// <param name="N">Its number, from 0 for the heading.</param>
/// <param name="Ledger">Id of the ledger; in the heading alone.</param>
/// <param name="Entry">What happened; null in the heading.</param>
/// <param name="Check">Of this line and the one before.</param>
internal sealed record JournalLine(long N, string? Ledger, JournalEntry? Entry, string Check)
{
    private const int CheckLength = 32;

    /// <summary>Id of the journal, in the heading alone: two journals of one ledger must not begin alike. Null in one of an older version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>When it began; in the heading alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Begun { get; init; }

    /// <summary>The ledger had sent something before it began; in the heading alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    /// <summary>Check of the line that the ledger remembered then, of a journal that is not there any more; in the heading alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? After { get; init; }

    public static JournalLine Heading(string ledger, JournalPast past, bool late) => Checked(
        new JournalLine(0, ledger, null, "") { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Begun = past.Now, Late = late, After = past.Last?.Check }, "");

    public JournalLine Next(JournalEntry entry) => Checked(new JournalLine(N + 1, null, entry, ""), Check);

    /// <summary>True when it follows the other unchanged.</summary>
    public bool Follows(JournalLine before) => N == before.N + 1 && Checked(this, before.Check).Check == Check;

    /// <summary>True for a heading nobody changed.</summary>
    public bool IsHeading() => this is { N: 0, Ledger: not null } && Checked(this, "").Check == Check;

    public byte[] Bytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, ContractJson.Options), (byte)'\n'];

    /// <summary>Null when it is no line.</summary>
    public static JournalLine? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(text, ContractJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JournalLine Checked(JournalLine line, string before)
    {
        var text = Encoding.UTF8.GetBytes(before).Concat(JsonSerializer.SerializeToUtf8Bytes(line with { Check = "" }, ContractJson.Options)).ToArray();
        return line with { Check = Convert.ToHexStringLower(SHA256.HashData(text))[..CheckLength] };
    }
}
