using System.CommandLine;
using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints file NUMBER ORDINAL --out PATH</c>: gives an officer a file to look at or listen to. That is an event.</summary>
internal static class FileCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var ordinal = new Argument<int>("ordinal") { Description = "Urutan di Lampiran; 0 teks lengkap / Its place in the list; 0 the whole text" };
        var target = new Option<string>("--out") { Description = "Berkas baru / A new file", Required = true };
        var sent = new Option<bool>("--sent") { Description = "Yang dikirim, bukan aslinya / What is sent, not the original" };
        var command = Verb.Of("file", "Buka lampiran; dicatat / Open a file; this is recorded", number, ordinal, target, sent, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var typed = given.GetValue(number)!;
            if (await ComplaintsCommand.FindAsync(house, typed, ct) is not { } row || !await house.MaySeeAsync(row, officer, ct))
                return ComplaintsCommand.NotFound(context, words, typed);
            var (wanted, goes) = (given.GetValue(ordinal), given.GetValue(sent));
            var ready = (await ReadyAsync(house, row, goes, ct)).FirstOrDefault(file => file.Ordinal == wanted);
            if (goes && ready?.Refusal is { } refusal) throw new CommandException(1, words.Of(refusal));
            if ((goes ? ready?.Payload : await OriginalAsync(house, row, wanted, ct)) is not { } payload)
                throw new CommandException(1, words[goes ? "file.not-sent" : "file.none", row.Number, wanted]);

            var path = Path.GetFullPath(given.GetValue(target)!, context.Cwd);
            bool isWhole;
            await using (var file = NewFile.Create(path, words))
            {
                await house.NoteViewAsync(row, "file-viewed", officer, ct);
                isWhole = await IsCopiedAsync(() => house.Payloads.Open(payload, row.WrappedKey), file, ct);
            }

            if (!isWhole)
            {
                // Half a file would look like what the citizen sent.
                File.Delete(path);
                throw new CommandException(1, words.Of(new Reason("file-unreadable", $"{wanted}")));
            }

            context.Out.WriteLine(words["file.written", path]);
            if (!goes && ready?.Refusal is { } warning) context.Out.WriteLine(words.Of(warning));
            return 0;
        });
        return command;
    }

    // What was edited since is made ready first: on the desk nobody shall check what will not be sent.
    private static async Task<IReadOnlyList<SentFile>> ReadyAsync(House house, ComplaintRow row, bool goes, CancellationToken ct) =>
        goes && row.State == ComplaintState.Held && await PrepareCommand.ReadyAsync(house, row, house.Preparation.ReadyAsync, ct) is { } ready
            ? ready.Files
            : await house.Ledger.SentFilesAsync(row.Number, ct);

    private static async Task<StoredPayload?> OriginalAsync(House house, ComplaintRow row, int ordinal, CancellationToken ct) =>
        (await house.Ledger.AttachmentsAsync(row.Number, ct)).FirstOrDefault(file => file.Ordinal == ordinal)?.Payload;

    private static async Task<bool> IsCopiedAsync(Func<IRawContent> open, FileStream target, CancellationToken ct)
    {
        try
        {
            // What was altered shows when it is opened.
            await using var source = open().Open();
            await source.CopyToAsync(target, ct);
            return true;
        }
        catch (Exception damaged) when (damaged is IOException or CryptographicException)
        {
            return false;
        }
    }
}
