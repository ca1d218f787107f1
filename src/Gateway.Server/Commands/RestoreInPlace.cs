using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Makes a ledger safe that was put back by other means: a database that its administrator restored, or a file that was copied back.</summary>
internal sealed class RestoreInPlace(CommandContext context, WordList words, GatewaySettings settings)
{
    /// <param name="made">When what was put back was made.</param>
    /// <param name="journals">Delivery journals of all nodes; none makes everything unknown.</param>
    /// <param name="isSure">The person has seen what would be done.</param>
    /// <param name="officer">Who restores.</param>
    /// <param name="ct">Stops it; begun anew it goes on.</param>
    public async Task<int> RunAsync(DateTimeOffset made, IReadOnlyList<string> journals, bool isSure, Officer officer, CancellationToken ct)
    {
        using var logs = LoggerFactory.Create(_ => { });
        await using var house = await House.OpenExistingAsync(settings, new SuspendAwareTime(), logs, ct);
        if (made > house.Time.GetUtcNow()) throw new CommandException(2, words["restore.made-later", ComplaintPage.Moment(made)!]);
        var survived = SurvivingJournals.Read(journals, path => Since(path, house, made), context, words);
        var place = LedgerPlace.IsShared(settings) ? settings.Ledger.Provider : LedgerPlace.FileOf(settings);
        if (!isSure) throw new CommandException(2, string.Join('\n', [survived.Told, words["restore.in-place-sure", place, ComplaintPage.Moment(made)!]]).Trim());
        if (await house.OthersAtWorkAsync(ct) is { Count: > 0 } others) throw new CommandException(4, words["restore.others", string.Join(", ", others)]);
        await RestoreClock.CheckAsync(house.Ledger, made, survived.Until, house.Time, words, ct);
        var sums = await new RestoreLedger(house.Ledger, house.Identifiers, house.Time).ExecuteAsync(made, survived.Since, officer, ct);
        RestoreCommand.Tell(context, words, "restore.in-place-done", place, sums);
        return 0;
    }

    private static (IReadOnlyDictionary<string, CreateSince>? Since, DateTimeOffset? Until) Since(string path, House house, DateTimeOffset made)
    {
        var since = JournalReader.Since(path, house.LedgerId, made, out var until);
        return (since, until);
    }
}
