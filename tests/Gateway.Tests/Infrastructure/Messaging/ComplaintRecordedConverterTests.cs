using System.Text.Json;
using Gateway.Contracts.Messages;
using Gateway.Infrastructure.Messaging;

namespace Gateway.Tests.Infrastructure.Messaging;

/// <summary>Wake-ups of a newer version wake this one.</summary>
internal sealed class ComplaintRecordedConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ComplaintRecordedConverter() } };

    [TestCase("""{"number":"G1","destination":"default","complaint":{"isi":"x","klasifikasi":"keadaan-darurat","source":{"file":"a","item":"1"}},"published":"2027-01-01T00:00:00+08:00"}""")]
    [TestCase("""{"number":"G1","content":{"form":2}}""")]
    public void TheNumberOfOneWithAnUnknownContentIsRead(string json) => Assert.That(Read(json)!.Number, Is.EqualTo("G1"));

    [Test]
    public void WhatAnotherVersionAddedIsNoHindrance() => Assert.That(
        Read("""{"number":"G1","destination":"default","lane":"fast","complaint":{"isi":"x","weight":3,"source":{"file":"a","item":"1"}},"published":"2027-01-01T00:00:00+08:00"}""")!.Complaint.Isi,
        Is.EqualTo("x"));

    [Test]
    public void OneWithoutANumberIsNone() => Assert.That(() => Read("""{"destination":"default"}"""), Throws.InstanceOf<JsonException>());

    private static ComplaintRecorded? Read(string json) => JsonSerializer.Deserialize<ComplaintRecorded>(json, Options);
}
