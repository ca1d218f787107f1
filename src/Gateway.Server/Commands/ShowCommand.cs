using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints show NUMBER</c>: one complaint with all that is known of it, as a page, as JSON, or as the card to type.</summary>
internal static class ShowCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var identity = new Option<bool>("--identity") { Description = "Tampilkan pelapor; dicatat / Show the reporter; this is recorded" };
        var card = new Option<bool>("--card") { Description = "Kartu untuk diketik di SP4N-LAPOR! / Card to type into SP4N-LAPOR!" };
        var command = Verb.Of("show", "Rincian / Details", number, identity, card, options.Json, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var typed = given.GetValue(number)!;
            if (await ComplaintsCommand.FindAsync(house, typed, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct)) return ComplaintsCommand.NotFound(context, words, typed);
            var reporter = await house.Reader.ReporterAsync(house.Ledger, row, ct);
            if (given.GetValue(card)) return await CardAsync(context, words, house, row, house.Reader.Masked(row, reporter), officer, ct);
            var see = given.GetValue(identity);
            if (see) await house.NoteViewAsync(row, "identity-viewed", officer, ct);
            var contract = see ? house.Reader.Open(row) : house.Reader.Masked(row, reporter);
            var (events, attempts) = (await house.Ledger.EventsAsync(row.Number, ct), await house.Reader.AttemptsAsync(house.Ledger, row, ct));
            var lineage = await house.Ledger.LineageAsync(row.Number, ct);
            var notice = await SeenNotice.OfAsync(house, row, ct);
            var (tasks, centre) = (await house.Ledger.TasksAsync(row.Number, ct), await CentralLines.OfAsync(house, row, reporter, ct));
            var linked = row.LinkTo is { } link && await house.Ledger.FindAsync(link, ct) is { } other && officer.MaySee(other) ? other : null;
            var (counted, followUp) = (await Counted.WithAsync(house, [row], officer, ct), await new FollowUpTask(house).OfAsync(row, ct));
            var sent = await house.Ledger.SentFilesAsync(row.Number, ct);
            var files = FileLines.Of(contract, row, sent, house.Vault, see);
            if (!given.GetValue(options.Json))
            {
                // Unmasked words are longer or shorter than those that leave.
                var end = see || house.Registry.Current.Destination(row.Destination) is not { } destination ? null : SentText.EndOfIsi(contract, destination, sent);
                var page = new ComplaintPage(row, contract, see ? reporter : null, events, attempts, files) { Lineage = lineage, Waiting = house.WaitingOf(row), Notice = notice, EndOfIsi = end, Tasks = tasks, Linked = linked, FollowUp = followUp, Counted = counted, Centre = centre };
                page.Write(context.Out, words);
                return 0;
            }

            var shown = ComplaintsCommand.Json(house, row, counted, followUp, words);
            shown["replaces"] = Wire.Texts(lineage.Where(kin => kin.Child == row.Number && !kin.Undone).Select(kin => kin.Parent));
            shown["replacedBy"] = Wire.Texts(lineage.Where(kin => kin.Parent == row.Number && !kin.Undone).Select(kin => kin.Child));
            shown["batch"] = row.Round;
            shown["link"] = row.LinkTo;
            shown["linkedFrom"] = Wire.Texts(counted.Of(row));
            if (linked is not null) shown["linkClosed"] = linked.IsKnownClosed;
            shown["suspect"] = row.Suspect;
            shown["supervised"] = row.Supervised;
            shown["danger"] = row.Danger;
            shown["owners"] = Wire.Texts(await house.Ledger.OwnersAsync(row.Number, ct));
            shown["notice"] = notice;
            shown["tasks"] = new JsonArray([.. tasks.Select(task => TasksCommand.Json(task, words))]);
            shown["centre"] = centre.Json();
            shown["contract"] = JsonSerializer.SerializeToNode(contract, ContractJson.Options);
            if (see) shown["reporter"] = JsonSerializer.SerializeToNode(reporter, ContractJson.Options);
            shown["files"] = files.Json(words);
            shown["events"] = new JsonArray([.. events.Select(happened => Event(happened, words))]);
            shown["orphanUploads"] = Uploads.Orphans(attempts, row.State == ComplaintState.Delivered);
            shown["attemptLog"] = new JsonArray([.. attempts.Select(ComplaintsCommand.Attempt)]);
            context.Out.WriteLine(Wire.Line(shown));
            return 0;
        });
        return command;
    }

    private static async Task<int> CardAsync(CommandContext context, WordList words, House house, ComplaintRow row, Complaint masked, Officer officer, CancellationToken ct)
    {
        var destination = house.Registry.Current.Destination(row.Destination);
        var state = (await house.Ledger.DestinationAsync(row.Destination, ct))?.State;
        if (ComplaintCard.Refusal(row, destination, state) is { } refusal)
        {
            context.Error.WriteLine(words[refusal, row.Number, row.Destination, row.CentralId ?? ""]);
            return 1;
        }

        var ready = await house.Preparation.ReadyAsync(row, masked, destination!, ct);
        await GivenCards.GiveAsync(context, words, house, row, officer, ct);
        new ComplaintCard(row, masked, ready.Files, destination!).Write(context.Out, words);
        return 0;
    }

    private static JsonNode Event(LedgerEvent happened, WordList words) => new JsonObject
    {
        ["sequence"] = happened.Sequence,
        ["at"] = Wire.Moment(happened.At),
        ["kind"] = happened.Kind,
        ["from"] = happened.From is { } from ? Wire.Name(from) : null,
        ["to"] = Wire.Name(happened.To),
        ["by"] = Wire.Name(happened.By),
        ["actor"] = happened.Actor,
        ["reasons"] = Wire.Reasons(happened.Reasons, words),
    };
}
