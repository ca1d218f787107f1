using System.CommandLine;
using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints prepare NUMBER</c>: makes the files of a complaint ready anew, also a picture that was given up.</summary>
internal static class PrepareCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var command = Verb.Of("prepare", "Siapkan berkasnya lagi / Make its files ready again", number, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var typed = given.GetValue(number)!;
            if (await ComplaintsCommand.FindAsync(house, typed, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct))
                return ComplaintsCommand.NotFound(context, words, typed);
            // What is under way makes its own files ready.
            if (row.State is not (ComplaintState.Held or ComplaintState.Parked)) throw new CommandException(1, words["prepare.only-held", row.Number]);
            await house.NoteViewAsync(row, "files-prepared", officer, ct);
            if (await ReadyAsync(house, row, house.Preparation.AgainAsync, ct) is not { } ready) throw new CommandException(1, words["op.no-destination", row.Destination]);
            var lines = FileLines.Of(await MaskedAsync(house, row, ct), row, ready.Files, house.Vault, seesReporter: false);
            foreach (var line in lines.Lines(words)) context.Out.WriteLine("  " + line);
            context.Out.WriteLine(words[row.State == ComplaintState.Held ? "prepare.release" : "prepare.replay", row.Number]);
            return 0;
        });
        return command;
    }

    /// <summary>Has the files of a complaint made ready for its destination; null when the registry no longer has that.</summary>
    public static async Task<Prepared?> ReadyAsync(
        House house, ComplaintRow row, Func<ComplaintRow, Complaint, Destination, CancellationToken, Task<Prepared>> make, CancellationToken ct) =>
        house.Registry.Current.Destination(row.Destination) is { } destination ? await make(row, await MaskedAsync(house, row, ct), destination, ct) : null;

    private static async Task<Complaint> MaskedAsync(House house, ComplaintRow row, CancellationToken ct) =>
        house.Reader.Masked(row, await house.Reader.ReporterAsync(house.Ledger, row, ct));
}
