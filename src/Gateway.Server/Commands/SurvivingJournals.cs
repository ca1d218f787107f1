using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What the delivery journals that survived say together.</summary>
/// <param name="Since">Creates by tracking number; null when no journal was given.</param>
/// <param name="Until">When the last line of all was written; null when there is none.</param>
/// <param name="Told">When the last line of each was written: the person must say that they are those used last.</param>
internal sealed record SurvivingJournals(IReadOnlyDictionary<string, CreateSince>? Since, DateTimeOffset? Until, string Told)
{
    /// <summary>Reads them all.</summary>
    /// <param name="paths">The files; none makes everything unknown.</param>
    /// <param name="read">What one says, null when it proves nothing, and when its last line was written.</param>
    /// <param name="context">Where it is told that there is none.</param>
    /// <param name="words">Words for people.</param>
    /// <exception cref="CommandException">One cannot be read, or proves nothing.</exception>
    public static SurvivingJournals Read(
        IReadOnlyList<string> paths, Func<string, (IReadOnlyDictionary<string, CreateSince>? Since, DateTimeOffset? Until)> read, CommandContext context, WordList words)
    {
        if (paths.Count == 0)
        {
            context.Out.WriteLine(words["restore.no-journal"]);
            return new SurvivingJournals(null, null, "");
        }

        var together = new Dictionary<string, CreateSince>(StringComparer.Ordinal);
        var told = new List<string>();
        DateTimeOffset? last = null;
        foreach (var path in paths)
        {
            var (since, until) = Read(path, read, words);
            foreach (var (number, one) in since) together[number] = together.TryGetValue(number, out var other) ? CreateSince.Both(other, one) : one;
            last = last > until ? last : until ?? last;
            told.Add(words["restore.journal-until", path, ComplaintPage.Moment(until) ?? "-"]);
        }

        return new SurvivingJournals(together, last, string.Join('\n', told));
    }

    private static (IReadOnlyDictionary<string, CreateSince> Since, DateTimeOffset? Until) Read(
        string path, Func<string, (IReadOnlyDictionary<string, CreateSince>? Since, DateTimeOffset? Until)> read, WordList words)
    {
        try
        {
            var (since, until) = read(path);
            return (since ?? throw new CommandException(1, words["restore.journal-proves-nothing", path]), until);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, path, unreadable));
        }
    }
}
