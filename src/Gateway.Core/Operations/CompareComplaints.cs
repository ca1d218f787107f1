using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Core.Duplicates;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>Shows what two complaints have each alone, so that an officer who calls one a duplicate loses no word unseen.</summary>
public sealed partial class CompareComplaints(ILedger ledger, ComplaintReader reader)
{
    /// <summary>Compares them, masked.</summary>
    public async Task<(OperationResult Result, Comparison? Comparison)> ExecuteAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        if (await ledger.FindAsync(number, ct) is not { } mine || !officer.MaySee(mine)) return (new OperationResult(false, "not-found", number), null);
        if (await ledger.FindAsync(other, ct) is not { } theirs || !officer.MaySee(theirs)) return (new OperationResult(false, "not-found", other), null);
        return (OperationResult.Ok, Of(mine.Isi, theirs.Isi, reader.Open(mine).Lampiran, reader.Open(theirs).Lampiran));
    }

    /// <summary>Compares two texts with their files.</summary>
    internal static Comparison Of(string mine, string theirs, IReadOnlyList<Attachment> myFiles, IReadOnlyList<Attachment> theirFiles)
    {
        var (one, other) = (Wording.Of(mine), Wording.Of(theirs));
        return new Comparison(
            Duplicates.Match.Of(Likeness.Of(one, other))?.Code, Likeness.Of(one, other).Said, mine, theirs, OnlyIn(mine, other), OnlyIn(theirs, one), Without(myFiles, theirFiles), Without(theirFiles, myFiles));
    }

    private static IReadOnlyList<string> OnlyIn(string text, Told other) => [.. Sentence().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0 && !IsIn(Wording.Of(sentence), other))];

    // One word more may be the one that matters.
    private static bool IsIn(Told sentence, Told other)
    {
        string[] words = [.. sentence.Said.Keys, .. sentence.Names];
        return words.All(word => other.Said.ContainsKey(word) || other.Words.Contains(word));
    }

    // The same photo has the same size whatever it is called.
    private static IReadOnlyList<Attachment> Without(IReadOnlyList<Attachment> files, IReadOnlyList<Attachment> others) =>
        [.. files.Where(file => !others.Any(known => known.MediaType == file.MediaType && known.Bytes == file.Bytes))];

    [GeneratedRegex(@"(?<=\p{L}{3}[.!?])\s+|\n+")]
    private static partial Regex Sentence();
}
