using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Gateway.Contracts.Intake;

namespace Gateway.Contracts.Watching;

/// <summary>
/// Takes files from a watched folder, one round per file. A file is remembered by its hash, and only after the receipt, so a copy
/// under another name is not taken twice and a refusal leaves it for the next look. Chats and registers come this way.
/// </summary>
/// <param name="channel">The channel whose files they are.</param>
/// <param name="folder">The folder.</param>
/// <param name="toRaw">Path, and the name under which it is shown, to the raw item.</param>
/// <param name="dataDirectory">Where the shown names start.</param>
/// <param name="answer">Setting whose change is a reason to look at every file again; empty when there is none.</param>
/// <param name="poll">Time between two looks.</param>
/// <param name="time">The clock.</param>
public sealed class FolderSource(
    Channel channel, WatchedFolder folder, Func<string, string, RawItem> toRaw, string dataDirectory, string answer, TimeSpan poll, TimeProvider time) : ISource
{
    // Spares reading a remembered file again at every look.
    private readonly HashSet<WatchedFile> _known = [];

    public async Task<SourceStep> StepAsync(IIntake intake, ISourceBook book, CancellationToken ct)
    {
        var taken = 0;
        var unreadable = 0;
        ExceptionDispatchInfo? failure = null;
        var still = folder.Look();
        _known.IntersectWith(still);
        foreach (var file in still)
        {
            if (_known.Contains(file)) continue;
            try
            {
                if (await TakeAsync(file, intake, book, ct)) taken++;
                _known.Add(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable++;
            }
            catch (Exception e) when (e is not (IntakeRefusedException or OperationCanceledException))
            {
                // One file that fails never stops the rest; the first failure is reported when all had their turn.
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        failure?.Throw();
        if (unreadable > 0)
        {
            throw new SourceUnavailableException(
                $"{unreadable} file(s) in the folder of channel '{channel.Key}' could not be read. Check their rights and the disk; the others were taken, these are tried again.");
        }

        return new SourceStep(folder.Held, taken, poll, Known: _known.Count);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> TakeAsync(WatchedFile file, IIntake intake, ISourceBook book, CancellationToken ct)
    {
        // What was taken before is only repeated.
        var key = "file/" + await HashAsync(file.Path, ct) + answer;
        if (await book.GetAsync(channel.Key, key, ct) is not null) return false;

        var raw = toRaw(file.Path, Path.GetRelativePath(dataDirectory, file.Path));
        var round = await intake.OpenRoundAsync(channel.Key, "folder", ct);
        try
        {
            await intake.AcceptAsync(channel.Key, round, raw, static _ => { }, ct);
            var when = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await book.PutAsync(channel.Key, new Dictionary<string, string> { [key] = when }, ct);
        }
        finally
        {
            // What was accepted must meet the gates even when the book or we ourselves were stopped.
            await intake.CloseRoundAsync(round, CancellationToken.None);
        }

        return true;
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var stream = new FileContent(path).Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
