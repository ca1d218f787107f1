using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Messages;
using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Infrastructure.Messaging;

namespace Gateway.Tests.Contracts;

/// <summary>asyncapi.yaml says what the code does; that the broker sees the same is a test of category RabbitMq.</summary>
internal sealed class AsyncApiTests
{
    private readonly JsonObject file = SchemaFiles.AsyncApi();

    [Test]
    public void HasTheFieldsOfTheMessage()
    {
        var schema = file["components"]!["schemas"]!["complaintRecorded"]!;
        Assert.That(Shape.Of(schema), Is.EqualTo(Shape.Of(typeof(ComplaintRecorded))));
        Assert.That(Shape.IsClosed(schema));
    }

    [TestCase("complaintRecorded", MessagingNames.Exchange)]
    [TestCase("forwardComplaint", MessagingNames.Queue)]
    [TestCase("deadLetters", MessagingNames.Queue + "-dead")]
    public void NamesTheExchangeAndTheQueues(string channel, string name)
    {
        var described = file["channels"]![channel]!;
        var bindings = described["bindings"]!["amqp"]!;
        Assert.That((string?)described["address"], Is.EqualTo(name));
        Assert.That((string?)(bindings["exchange"] ?? bindings["queue"])!["name"], Is.EqualTo(name));
        Assert.That(MessagingNames.DeadLettersOf(new MessagingOptions().QueueName), Is.EqualTo((string?)file["channels"]!["deadLetters"]!["address"]));
    }

    [Test]
    public void TakesAMessageAndRefusesOneWithoutNumberOrWithAReporter()
    {
        Assert.That(SchemaFiles.FitsEnvelope(Envelope(_ => { })));
        Assert.That(SchemaFiles.FitsEnvelope(Envelope(message => message.Remove("number"))), Is.False);
        Assert.That(SchemaFiles.FitsEnvelope(Envelope(message => message["reporter"] = "Siti")), Is.False);
        Assert.That(SchemaFiles.FitsEnvelope(Envelope(message => message["complaint"]!["isi"] = null)), Is.False);
    }

    private static JsonObject Envelope(Action<JsonObject> change)
    {
        var message = JsonSerializer.SerializeToNode(MessagingHost.Message("G1"), ContractJson.Options)!.AsObject();
        change(message);
        return new JsonObject
        {
            ["messageId"] = "00000000-0000-0000-0000-000000000001",
            ["messageType"] = new JsonArray("urn:message:Gateway.Contracts.Messages:ComplaintRecorded"),
            ["message"] = message,
        };
    }
}
