using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Tests.Infrastructure.Central;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Core.FollowUps;

/// <summary>What the centre shows of a task in doubt, and what proves nothing.</summary>
internal sealed class TaskEvidenceTests
{
    private static readonly DateTimeOffset Begun = new(2026, 5, 12, 2, 0, 0, TimeSpan.Zero);

    [TestCase("101", "12-05-2026 09:00:00", TaskLook.Found)]
    [TestCase("101", "12-05-2026 09:30:00", TaskLook.Found)]
    [TestCase("101", "12-05-2026 08:30:00", TaskLook.Undecided)]
    [TestCase("101", null, TaskLook.Undecided)]
    [TestCase("101", "01-05-2026 09:00:00", null)]
    [TestCase("102", "12-05-2026 09:30:00", null)]
    public void AHandOnThatWasPassedBackWasDone(string to, string? when, TaskLook? expected)
    {
        var standing = new CentralStanding("1", "Terverifikasi", "100", "Admin", [new CentralEntry { ToId = to, When = when }]);
        Assert.That(TaskEvidence.Passed(standing, "101", TimeSpan.FromHours(7), Begun), Is.EqualTo(expected));
    }

    [TestCase("", 1)]
    [TestCase(""","total":1,"last_page":1,"current_page":1""", 1)]
    [TestCase(""","total":2""", null)]
    [TestCase(""","last_page":2""", null)]
    [TestCase(""","current_page":2""", null)]
    public async Task AListThatSaysItHasMoreThanItGaveProvesNothing(string beside, int? entries)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, $$$"""{"results":{"data":[{"id":5,"content":"Dikerjakan"}]{{{beside}}},"next_page_url":null}}"""));
        using var client = Centre.Client();
        var reader = new FollowUpReader(client, new DestinationDesk(new SimulatedLedger(), client, TimeProvider.System, NullLogger.Instance));

        var (read, answer) = await reader.ReadAsync(Centre.At(server.Url), "7000001", () => Task.FromResult(true), default);
        Assert.That((read?.Count, answer.Readable), Is.EqualTo((entries, entries is not null)));
    }
}
