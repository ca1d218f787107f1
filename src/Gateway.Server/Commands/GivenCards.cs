using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// Cards that were given and not reported yet: somebody may be typing them. Whoever lets the gateway send such a complaint, or takes its card
/// as well, is told, since two ways at once make two complaints.
/// </summary>
internal static class GivenCards
{
    private const string Kind = "card-given";
    private const int Page = 500;

    /// <summary>Records that the card of a complaint is given; says so when it was given before.</summary>
    public static async Task GiveAsync(CommandContext context, WordList words, House house, ComplaintRow row, Officer officer, CancellationToken ct)
    {
        await TellAsync(context, words, house, row.Number, ct);
        await house.NoteViewAsync(row, Kind, officer, ct);
    }

    /// <summary>Says who has the card of a complaint, when somebody has.</summary>
    /// <returns>True when somebody has it.</returns>
    public static async Task<bool> TellAsync(CommandContext context, WordList words, House house, string number, CancellationToken ct)
    {
        if (await OfAsync(house, number, ct) is not { } given) return false;
        context.Error.WriteLine(words["card.given", number, given.Actor, ComplaintPage.Moment(given.At)!]);
        return true;
    }

    /// <summary>The same of everything that a destination sends once it is open. Of what accuses an office only how many cards there are.</summary>
    /// <returns>How many cards.</returns>
    public static async Task<int> TellAsync(CommandContext context, WordList words, House house, ComplaintQuery waiting, CancellationToken ct)
    {
        var (told, hidden) = (0, 0);
        var query = waiting with { States = [ComplaintState.Queued, ComplaintState.Retrying], Limit = Page };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                if (row.Supervised) hidden += await OfAsync(house, row.Number, ct) is null ? 0 : 1;
                else if (await TellAsync(context, words, house, row.Number, ct)) told++;
            }

            query = query with { After = rows[^1].Position };
        }

        if (hidden > 0) context.Error.WriteLine(words["card.given-hidden", hidden, waiting.Destination]);
        return told + hidden;
    }

    private static async Task<LedgerEvent?> OfAsync(House house, string number, CancellationToken ct) =>
        (await house.Ledger.EventsAsync(number, ct)).LastOrDefault(happened => happened.Kind == Kind);
}
