using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints edit NUMBER --set field=value | --answer FILE</c>: mends a held complaint, or adds what its reporter answered.</summary>
internal static class EditCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var set = new Option<string[]>("--set") { Description = "kolom=nilai, boleh berulang / field=value, may repeat: " + string.Join(", ", EditComplaint.Fields) };
        var answer = new Option<string?>("--answer") { Description = "Berkas jawaban pelapor / File with what the reporter answered" };
        var version = new Option<int?>("--version") { Description = "Versi yang Anda baca / The version you read" };
        var command = Verb.Of("edit", "Perbaiki yang ditahan / Mend a held one", number, set, answer, version, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (!TrackingNumber.TryRead(given.GetValue(number), out var read)) throw new CommandException(2, words["op.not-a-number", given.GetValue(number)]);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var typed in given.GetValue(set) ?? [])
            {
                if (typed.Split('=', 2) is not [var field, var value]) throw new CommandException(2, words["usage.set", typed]);
                if (!EditComplaint.Fields.Contains(field)) throw new CommandException(2, words["usage.field", field, string.Join(", ", EditComplaint.Fields)]);
                fields[field] = value;
            }

            if (fields.Count == 0 && given.GetValue(answer) is null) throw new CommandException(2, words["usage.edit"]);
            var seen = given.GetValue(version);
            // What came since it was read would be overwritten unread.
            if (fields.ContainsKey("isi") && seen is null) throw new CommandException(2, words["usage.version", read]);
            var edit = new EditComplaint(house.Ledger, house.Payloads, house.Vault, house.Identifiers, house.Time);
            var officer = given.Officer(context, options);
            var result = await edit.ExecuteAsync(read, seen, fields, Text(context, words, given.GetValue(answer)), officer, ct);
            var exit = Verb.Tell(context, words, read, result);
            // It would only seem to be gone.
            if (result.Done && await house.Ledger.FindAsync(read, ct) is { } row && !officer.MaySee(row)) context.Out.WriteLine(words["op.now-supervised", read]);
            return exit;
        });
        return command;
    }

    private static string? Text(CommandContext context, WordList words, string? file)
    {
        if (file is null) return null;
        try
        {
            return File.ReadAllText(Path.GetFullPath(file, context.Cwd));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, file, unreadable));
        }
    }
}
