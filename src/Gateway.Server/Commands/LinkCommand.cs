using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints link NUMBER OTHER --as followup|related|duplicate</c>: how a complaint belongs to an earlier one. <c>--undo</c> takes related back.</summary>
internal static class LinkCommand
{
    private static readonly string[] Ways = ["followup", "related", "duplicate"];

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var other = new Argument<string>("other") { Description = "Yang lebih dahulu / The earlier one" };
        var how = new Option<string>("--as") { Description = string.Join('|', Ways) };
        how.AcceptOnlyFromAmong(Ways);
        var undo = new Option<bool>("--undo") { Description = "Batalkan related / Take related back" };
        var version = new Option<int?>("--version") { Description = "Hanya bila masih versi yang Anda baca / Only if it still is the version you read" };
        var command = Verb.Of("link", "Hubungkan dengan pengaduan lain / Link to another complaint", number, other, how, undo, version, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (given.GetValue(how) is null != given.GetValue(undo)) throw new CommandException(2, words["usage.link", string.Join(" | ", Ways)]);
            var way = given.GetValue(how) ?? "undo";
            var officer = given.Officer(context, options) with { Read = given.GetValue(version) };
            var (from, to) = (Read(given.GetValue(number)!), Read(given.GetValue(other)!));
            var result = await ActAsync(house, way, from, to, officer, ct);
            if (!result.Done)
            {
                foreach (var reason in result.Reasons) context.Error.WriteLine("  - " + words.Of(reason));
                return Verb.Tell(context, words, from, result);
            }

            context.Out.WriteLine(words[way switch { "followup" => "op.linked-followup", "duplicate" => "op.linked-duplicate", "undo" => "op.unlinked", _ => "op.linked-related" }, from, to]);
            Verb.TellBeware(context, words, result);
            if (way == "followup") await Verb.TellWhenItGoesAsync(context, words, house, [to], ct);
            if (way == "related") await TellHeldAsync(context, words, house, [from, to], ct);
            return 0;

            string Read(string typed) => TrackingNumber.TryRead(typed, out var read) ? read : throw new CommandException(2, words["op.not-a-number", typed]);
        });
        return command;
    }

    // That they belong together lets none of them go.
    private static async Task TellHeldAsync(CommandContext context, WordList words, House house, IEnumerable<string> numbers, CancellationToken ct)
    {
        foreach (var number in numbers)
            if (await house.Ledger.FindAsync(number, ct) is { State: ComplaintState.Held }) context.Out.WriteLine(words["op.related-held", number]);
    }

    private static Task<OperationResult> ActAsync(House house, string how, string from, string to, Officer officer, CancellationToken ct) => how switch
    {
        "followup" => house.LinkComplaint.FollowUpAsync(from, to, officer, ct),
        "duplicate" => house.LinkComplaint.DuplicateAsync(from, to, officer, ct),
        "undo" => house.LinkComplaint.UnrelateAsync(from, to, officer, ct),
        _ => house.LinkComplaint.RelatedAsync(from, to, officer, ct),
    };
}
