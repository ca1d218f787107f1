using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Finds earlier complaints of the same matter: by the index first, then by the words of the few that it names, which alone are opened.
/// </summary>
public sealed class DuplicateSearch(ILedger ledger, ComplaintReader reader, IVault vault, DuplicatesOptions options)
{
    // What it is about stands at the head of a letter. Every word is compared with every word of twenty others, so a text of 64 KB would keep the gates for minutes.
    private const int MostCharacters = 3_000;

    // Both are pure. The simulation, which reads the same few texts all the while, remembers what came of them.

    /// <summary>Reads what a text tells.</summary>
    internal Func<string, Told> Tell { get; init; } = Wording.Of;

    /// <summary>Finds the values of a text: from what it tells and its content key.</summary>
    internal Func<Told, byte[], IReadOnlyList<long>> Sign { get; init; } = (told, contentKey) => Signature.Of(told, contentKey, vault);

    private bool Compares => options.LookBack > TimeSpan.Zero;

    /// <summary>What a complaint tells, and the values it is found by.</summary>
    internal (Told Told, IReadOnlyList<long> Bands) Read(ComplaintRow row, Complaint complaint)
    {
        var told = Tell(Text(complaint));
        return (told, Sign(told, row.ContentKey));
    }

    /// <summary>Complaints judged before that tell the same, the likeliest first, and up to which judgement was looked.</summary>
    internal async Task<(long UpTo, IReadOnlyList<NearMatch> Matches)> FindAsync(ComplaintRow row, Told told, IReadOnlyList<long> bands, CancellationToken ct)
    {
        // Without a look-back too: one with the same words may be judged already that came in later.
        var since = Compares ? row.Seen - options.LookBack : DateTimeOffset.UnixEpoch;
        var near = await ledger.NearAsync(bands, since, options.MostCompared, ct);
        var matches = new List<NearMatch>();
        foreach (var candidate in near.Rows.Where(candidate => candidate.Number != row.Number))
        {
            if (MatchOf(row, told, candidate) is not var (match, said)) continue;
            var first = await ledger.FirstAsync(candidate, ct);
            if (first.Number != row.Number && InProcess.Is(first)) matches.Add(new NearMatch(first, match.Code, match.IsSure, said));
        }

        return (near.UpTo, [.. matches.OrderByDescending(match => match.IsSure).ThenByDescending(match => match.Said).DistinctBy(match => match.First.Number)]);
    }

    /// <summary>True when two texts tell one matter.</summary>
    internal static bool IsSame(Told one, Told other) => Compare(one, other) is not null;

    // What is said of two places is not compared: they are two matters, and most that the index names are that.
    private static (Match Match, double Said)? Compare(Told one, Told other)
    {
        if (Places.Relation(one, other) == PlaceRelation.Other) return null;
        var likeness = Likeness.Of(one, other);
        return Match.Of(likeness) is { } match ? (match, likeness.Said) : null;
    }

    private (Match Match, double Said)? MatchOf(ComplaintRow row, Told told, ComplaintRow candidate)
    {
        if (candidate.ContentKey.AsSpan().SequenceEqual(row.ContentKey)) return (new Match(HeldAsSame.Content, IsSure: true), 1);
        return Compares ? Compare(told, ToldBy(candidate)) : null;
    }

    private Told ToldBy(ComplaintRow row)
    {
        try
        {
            return Tell(Text(reader.Open(row)));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // What cannot be opened is held for that when it is judged itself; its masked words still tell.
            return Tell(Head(row.Isi));
        }
    }

    private static string Text(Complaint complaint) =>
        string.Join("\n", new[] { complaint.Derived.ContainsKey("judul") ? null : complaint.Judul, Head(complaint.Isi), complaint.Lokasi }.OfType<string>());

    private static string Head(string isi) => isi.Length <= MostCharacters ? isi : isi[..(char.IsHighSurrogate(isi[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
}
