using Gateway.Server.Composition;
using Gateway.Server.Doctor;
using Gateway.Server.Words;

namespace Gateway.Tests.Server;

/// <summary>What the HTTP door bears at once is the operator's to say, within bounds; a wrong value is named before anything starts.</summary>
internal sealed class IntakeSettingsTests
{
    [Test]
    public void WithoutWordsTheDoorBearsWhatItAlwaysBore()
    {
        var intake = Read().Intake;

        Assert.That((intake.MaxConnections, intake.BodiesInFlightBytes, intake.BodyDeadline), Is.EqualTo((1000, 256L << 20, TimeSpan.FromMinutes(2))));
    }

    [Test]
    public void AreReadAsPeopleWriteThem()
    {
        var intake = Read(("MaxConnections", "200"), ("BodiesInFlightBytes", "67108864"), ("BodyDeadline", "60s")).Intake;

        Assert.That((intake.MaxConnections, intake.BodiesInFlightBytes, intake.BodyDeadline), Is.EqualTo((200, 64L << 20, TimeSpan.FromMinutes(1))));
    }

    [TestCase("MaxConnections", "0")]
    [TestCase("BodiesInFlightBytes", "1000")]
    [TestCase("BodyDeadline", "0s")]
    [TestCase("BodyDeadline", "2h")]
    public void AValueNobodyCouldMeanIsNamed(string name, string value)
    {
        var wrong = Assert.Throws<CommandException>(() => Read((name, value)))!;

        Assert.That(wrong.ExitCode, Is.EqualTo(2));
        Assert.That(wrong.Message, Does.Contain($"Gateway:Intake:{name}: "));
    }

    [TestCase("Gateway:Registri", "Setelan Gateway:Registri tidak dikenal")]
    [TestCase("Gateway:Http:Url", "Setelan Gateway:Http:Url tidak dikenal")]
    public void AMisspeltSettingIsNamedInTheWordsOfWhoeverWroteIt(string name, string said)
    {
        var wrong = Assert.Throws<CommandException>(() => SettingsSource.Read(new Dictionary<string, string?> { [name] = "x" }, TestContext.CurrentContext.WorkDirectory))!;

        Assert.That((wrong.ExitCode, wrong.Message.StartsWith(said, StringComparison.Ordinal)), Is.EqualTo((2, true)), wrong.Message);
        Assert.That(wrong.Message, Does.Not.Contain("GatewaySettings"));
    }

    [TestCase(20L << 20, null)]
    [TestCase((20L << 20) - 1, "doctor.door")]
    public void TheDoctorNamesADoorTooNarrowForTheLargestPost(long room, string? code)
    {
        var findings = new Findings(WordList.In("en"));

        MachineCheck.Door(Read(("BodiesInFlightBytes", $"{room}")), findings);

        Assert.That(findings.All.Select(finding => finding.Code), Is.EqualTo(code is null ? [] : new[] { code }));
    }

    private static GatewaySettings Read(params (string Name, string Value)[] set) =>
        SettingsSource.Read(set.ToDictionary(pair => $"Gateway:Intake:{pair.Name}", pair => (string?)pair.Value), TestContext.CurrentContext.WorkDirectory);
}
