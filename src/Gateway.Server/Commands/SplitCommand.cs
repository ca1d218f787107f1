using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Gates;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints split NUMBER</c>: shows how a complaint could be split, splits it, takes it back.</summary>
internal static class SplitCommand
{
    /// <summary>A line of its own between two parts of a file.</summary>
    private const string Border = "---";

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var yes = new Option<bool>("--yes") { Description = "Pecah seperti usulan / Split as proposed" };
        var parts = new Option<string?>("--parts") { Description = "Berkas bagian, dipisah baris --- / File of parts, separated by a line ---" };
        var versionRead = new Option<int?>("--version") { Description = "Versi yang Anda baca / The version you read" };
        var undo = new Option<bool>("--undo") { Description = "Batalkan pemecahan / Take the split back" };
        var command = Verb.Of(
            "split", "Pecah menjadi beberapa pengaduan / Split into several", number, yes, parts, versionRead, undo, options.Json, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            if (!TrackingNumber.TryRead(given.GetValue(number), out var read)) throw new CommandException(2, words["op.not-a-number", given.GetValue(number)]);
            if (given.GetValue(undo) && (given.GetValue(yes) || given.GetValue(parts) is not null)) throw new CommandException(2, words["usage.split"]);
            var seen = given.GetValue(versionRead);
            var split = new SplitComplaint(house.Regrouper);
            if (await house.Ledger.FindAsync(read, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct)) return ComplaintsCommand.NotFound(context, words, read);
            if (given.GetValue(undo)) return Verb.Tell(context, words, read, await split.UndoAsync(read, officer, ct));
            if (given.GetValue(parts) is { } file)
            {
                if (seen is not { } version) throw new CommandException(2, words["usage.version", read, row.Version]);
                IReadOnlyList<Matter> written = [.. ReadParts(context, words, file).Select(Matter.Written)];
                if (written.Count < 2) throw new CommandException(2, words["split.one-part", file]);
                // A forgotten matter would be gone with the old complaint.
                if (!given.GetValue(yes) && await split.LeftOutAsync(read, written, officer, ct) is { Count: > 0 } missing)
                    throw new CommandException(1, words["split.left-out", string.Join(", ", missing.Take(12)), missing.Count]);
                return await SplitAsync(context, words, house, split, read, version, written, officer, ct);
            }

            var (result, proposed) = await split.ProposeAsync(read, officer, ct);
            if (!result.Done) return Verb.Tell(context, words, read, result);
            if (proposed.Count == 0) return Verb.Tell(context, words, read, new OperationResult(false, "one-matter"));
            if (given.GetValue(yes)) return await SplitAsync(context, words, house, split, read, seen ?? row.Version, proposed, officer, ct);
            await ShowAsync(context, words, house, row, proposed, given.GetValue(options.Json), ct);
            return 0;
        });
        return command;
    }

    private static async Task<int> SplitAsync(
        CommandContext context, WordList words, House house, SplitComplaint split, string number, int version, IReadOnlyList<Matter> parts, Officer officer, CancellationToken ct)
    {
        var (result, numbers) = await split.ExecuteAsync(number, version, parts, officer, ct);
        if (!result.Done) return Verb.Tell(context, words, number, result);
        await house.JudgeAsync(ct);
        context.Out.WriteLine(words["op.split", number, string.Join(", ", numbers)]);
        return 0;
    }

    // Masked like every other look: whom it is about is no matter of how it is split.
    private static async Task ShowAsync(
        CommandContext context, WordList words, House house, ComplaintRow row, IReadOnlyList<Matter> parts, bool json, CancellationToken ct)
    {
        var person = await house.Reader.ReporterAsync(house.Ledger, row, ct);
        for (var i = 0; i < parts.Count; i++)
        {
            var isi = Core.Identity.Masking.Apply(parts[i].Isi, person);
            if (json) context.Out.WriteLine(Wire.Line(new System.Text.Json.Nodes.JsonObject { ["part"] = i + 1, ["topic"] = parts[i].Topic, ["isi"] = isi }));
            else context.Out.WriteLine($"{i + 1}. [{parts[i].Topic}]\n   {isi.Replace("\n", "\n   ", StringComparison.Ordinal)}");
        }

        if (!json) context.Out.WriteLine(words["split.next", row.Number, row.Version]);
    }

    private static List<string> ReadParts(CommandContext context, WordList words, string file)
    {
        try
        {
            var parts = new List<string> { "" };
            foreach (var line in File.ReadLines(Path.GetFullPath(file, context.Cwd)))
            {
                if (line.Trim() == Border) parts.Add("");
                else parts[^1] += line + "\n";
            }

            return parts;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, file, unreadable));
        }
    }
}
