using Gateway.Adapters.Email.Reading;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email.Watching;

/// <summary>
/// A watched Maildir or folder of .eml files. A file is taken once size and time stood still between two looks, is remembered by its
/// hash, so that a Maildir may rename it, and is left where it is.
/// </summary>
internal sealed class FolderSource(Channel channel, string path, TimeSpan poll) : ISource
{
    private string? trouble;
    private Dictionary<string, FileLook> lastLook = new(StringComparer.Ordinal);

    public async Task<SourceStep> StepAsync(IIntake intake, ISourceBook book, CancellationToken ct)
    {
        var memory = new FolderMemory(book, channel.Key);
        var round = new IntakeRound(intake, channel.Key, "folder", Carriers.Of(channel));
        var thisLook = new Dictionary<string, FileLook>(StringComparer.Ordinal);
        var isRecovering = await memory.IsAnyWantedAsync(ct);
        var taken = 0;
        var number = 0;
        trouble = null;
        var failed = 0;
        try
        {
            foreach (var file in Files())
            {
                number++;
                if (FileLook.At(file) is not { } look) continue;
                thisLook[file] = look;
                if (!lastLook.TryGetValue(file, out var before) || !look.StoodStillSince(before)) continue;
                thisLook[file] = before;
                if (before.IsDone && !isRecovering) continue;
                var outcome = await TakeAsync(file, number, intake, round, memory, ct);
                if (outcome == Taking.Failed) failed++;
                else thisLook[file] = look with { IsDone = true };
                if (outcome == Taking.Taken) taken++;
            }
        }
        finally
        {
            foreach (var (file, look) in thisLook) lastLook[file] = look;
            await round.CloseAsync();
        }

        lastLook = thisLook;
        return new SourceStep(thisLook.Count, taken, poll, failed, trouble, thisLook.Values.Count(look => look.IsDone));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<string> Files()
    {
        try
        {
            return MailFiles.Under(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceUnavailableException(
                $"Folder '{path}' of channel '{channel.Key}' cannot be read ({fault.GetType().Name}). "
                + $"Create it or correct email.path, then run: gateway doctor --channel {channel.Key}",
                fault)
            { Code = "mail-folder", Values = [path, channel.Key] };
        }
    }

    private async Task<Taking> TakeAsync(string file, int number, IIntake intake, IntakeRound round, FolderMemory memory, CancellationToken ct)
    {
        try
        {
            var content = new FileContent(file);
            var hash = await FileLook.HashAsync(content, ct);
            var isWanted = await memory.IsWantedAsync(hash, ct);
            if (!isWanted && await memory.IsSeenAsync(hash, ct)) return Taking.Known;

            // Of an mbox each mail tells its own.
            var received = MailFiles.IsMbox(content) ? null : MailDate.Of(content);
            if (!isWanted && channel.CutOver is { } cutOver && received < cutOver)
            {
                await intake.PassOverAsync(channel.Key, null, [new PassedOver(["file", hash], Name(file), received, content.Length, "recover/file/" + hash)], ct);
                await memory.RememberAsync(hash, "passed", isWanted, ct);
                return Taking.Taken;
            }

            await round.AcceptAsync(ToItem(file, content, received, isWanted), ct);
            await memory.RememberAsync(hash, "taken", isWanted, ct);
            return Taking.Taken;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (fault is not IntakeRefusedException)
        {
            // By its number in ordinal order: the name may hold a person's.
            trouble ??= $"file {number}: {fault.GetType().Name}";
            return Taking.Failed; // Counted; the next look tries again.
        }
    }

    private RawItem ToItem(string file, FileContent content, DateTimeOffset? received, bool isWanted)
    {
        var evidence = new Dictionary<string, string> { ["file"] = Name(file) };
        if (isWanted) evidence["recover"] = "1";
        return new RawItem { File = Name(file), MediaType = EmailAdapter.MediaType, Content = content, Received = received, Evidence = evidence };
    }

    private string Name(string file) => file == path ? Path.GetFileName(file) : Path.GetRelativePath(path, file);

    private enum Taking
    {
        Known,
        Taken,
        Failed,
    }
}
