using System.CommandLine;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway reconcile FILE</c>: a list taken from the pages of SP4N-LAPOR! beside the ledger, both ways; with <c>--yes</c> and the digest of what it showed it settles what is unknown.</summary>
internal static class ReconcileCommand
{
    private const int Page = 500;

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var file = new Argument<string>("file");
        var destination = new Option<string>("--destination") { DefaultValueFactory = _ => "default" };
        var id = new Option<string?>("--id") { Description = "Judul kolom nomor pusat / Heading of the column with the centre's number" };
        var whole = new Option<string?>("--whole") { Description = $"Daftar ini lengkap pada waktu itu (WITA) / The list was complete then: {Moments.Form}" };
        var yes = new Option<string?>("--yes") { Description = "Putuskan seperti pratinjau yang menunjukkan sidik ini / Settle as the preview with this digest showed", Arity = ArgumentArity.ZeroOrOne };
        var command = Verb.Of(
            "reconcile", "Cocokkan dengan daftar dari SP4N-LAPOR! / Compare with a list from SP4N-LAPOR!", file, destination, id, whole, yes,
            options.By, options.Reason, options.Penelaah, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var key = given.GetValue(destination)!;
            if (house.Registry.Current.Destination(key) is null)
                return Verb.NoSuchKey(context, words, "list.no-destination", key, house.Registry.Current.Destinations.Select(known => known.Key));
            var taken = Moments.Of(given.GetValue(whole), words);
            var list = CentreList.Read(Path.GetFullPath(given.GetValue(file)!, context.Cwd), given.GetValue(id), words);
            var compared = await CompareAsync(house, key, list, taken, officer, ct);
            var sooner = taken is { } moment ? await TooSoonAsync(house, compared.NotSeen, moment, ct) : TooSoon.None;
            var plan = ReconcilePlan.Of(key, list, compared, sooner, taken, house.Time.GetUtcNow());
            if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(ReconcileReport.Json(plan, list)));
            else ReconcileReport.Write(context.Out, plan, list, given.GetResult(yes) is null, words);
            var isUnproved = plan.NotWhole is not null && compared.NotSeen.Count > 0;
            if (isUnproved) context.Error.WriteLine(words["reconcile.not-whole", words[plan.NotWhole!]]);
            if (given.GetResult(yes) is null) return plan.IsClean ? 0 : 1;
            var digest = given.GetValue(yes);
            if (plan.Settles ? digest != plan.Digest : digest is not null)
            {
                context.Error.WriteLine(plan.Settles ? words["reconcile.not-as-shown", digest ?? "", plan.Digest] : words["reconcile.nothing-to-settle", digest!]);
                return 1;
            }

            var exit = await SettleAsync(context, words, house, plan, officer, ct);
            return plan.LeavesNothing ? exit : 1;
        });
        return command;
    }

    private static async Task<Reconciliation> CompareAsync(House house, string destination, CentreList list, DateTimeOffset? taken, Officer officer, CancellationToken ct)
    {
        var ours = new List<ComplaintRow>();
        var query = new ComplaintQuery { Destination = destination, HidesSupervised = !officer.IsPenelaah, Limit = Page };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            ours.AddRange(rows);
            query = query with { After = rows[^1].Position };
        }

        foreach (var row in ours) await house.MaySeeAsync(row, officer, ct);
        // What this officer may not see is ours all the same.
        var known = ours.Select(row => row.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var number in list.Rows.Select(row => row.Number).OfType<string>().Where(number => !known.Contains(number)).Distinct().ToList())
            if (await house.Ledger.FindAsync(number, ct) is not null) known.Add(number);
        var compared = Reconciliation.Of(list.Rows, ours, known.Contains);
        return taken is { } moment ? compared with { Missing = await DueInAsync(house, destination, compared.Missing, moment, ct) } : compared;
    }

    // Of a running gateway something is always younger than its list, or so young that the centre may not have listed it.
    private static async Task<List<ComplaintRow>> DueInAsync(House house, string destination, IReadOnlyList<ComplaintRow> missing, DateTimeOffset taken, CancellationToken ct)
    {
        var due = new List<ComplaintRow>();
        var margin = house.Registry.Current.Destination(destination)!.SafeSettleAfter;
        foreach (var row in missing)
        {
            var sent = (await house.Ledger.AttemptsAsync(row.Number, ct)).Where(attempt => attempt.Step == AttemptStep.Create).Select(attempt => (DateTimeOffset?)attempt.Begun).Max()
                // Typed by hand: it was there when the officer said so.
                ?? (await house.Ledger.EventsAsync(row.Number, ct)).Where(happened => happened.To == ComplaintState.Delivered).Min(happened => (DateTimeOffset?)happened.At);
            if (!(sent > taken - margin)) due.Add(row);
        }

        return due;
    }

    // What began after the list, or so shortly before it that the centre may still have been storing it, a list cannot prove absent.
    private static async Task<TooSoon> TooSoonAsync(House house, IReadOnlyList<ComplaintRow> notSeen, DateTimeOffset taken, CancellationToken ct)
    {
        var settle = Settle(house);
        var (rows, until) = (new List<ComplaintRow>(), DateTimeOffset.MinValue);
        foreach (var row in notSeen)
        {
            var earliest = await settle.EarliestAsync(row, ct);
            if (taken >= earliest) continue;
            rows.Add(row);
            until = earliest > until ? earliest : until;
        }

        return new TooSoon(rows, until);
    }

    private static SettleUnknown Settle(House house) => new(house.Ledger, house.Move, house.Registry, house.Time);

    private static async Task<int> SettleAsync(CommandContext context, WordList words, House house, ReconcilePlan plan, Officer officer, CancellationToken ct)
    {
        var settle = Settle(house);
        var (exit, going) = (0, new List<string>());
        foreach (var (row, id) in plan.Compared.Arrived)
            exit = Math.Max(exit, Verb.Tell(context, words, row.Number, await settle.DeliveredAsync(row.Number, id, officer, null, false, ct), ComplaintState.Delivered));
        foreach (var row in plan.Absent)
        {
            var result = await settle.NotDeliveredAsync(row.Number, officer, plan.Taken!.Value, ct);
            exit = Math.Max(exit, Verb.Tell(context, words, row.Number, result, ComplaintState.Queued));
            if (result is { Done: true, To: ComplaintState.Queued }) going.Add(row.Number);
        }

        await Verb.TellWhenItGoesAsync(context, words, house, going, ct);
        return exit;
    }
}
