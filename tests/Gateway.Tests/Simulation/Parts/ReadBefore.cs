using System.Runtime.CompilerServices;
using Gateway.Contracts;
using Gateway.Core.Duplicates;
using Gateway.Core.Gates;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// What the rules of words found in the few texts of the simulation, kept for all its worlds: each text is read by the real rules once, and
/// not anew in each world. They are pure, so that a schedule is the same with it and without.
/// </summary>
internal static class ReadBefore
{
    // The gates that look at nothing but words.
    private static readonly string[] OfWords = ["berkadar", "substance", "matters"];

    // So seldom a gate is asked again, whether it still finds the same.
    private const int Sample = 64;

    private static readonly SimulatedVault Vault = new();
    private static readonly Remembered<Told> Told = new(Wording.Of);
    private static readonly Remembered<string> Accusing = new(text => Berkadar.Hit(text) ?? "");
    private static readonly ConditionalWeakTable<Told, Remembered<IReadOnlyList<long>>> Signed = [];

    /// <summary>The gates of Core.</summary>
    public static IReadOnlyList<Gate> Gates { get; } = [.. GateList.InOrder.Select(gate => OfWords.Contains(gate.Name) ? OnWords(gate) : gate)];

    public static string? Accuse(string text) => Accusing.Of(text) is { Length: > 0 } words ? words : null;

    public static Told Tell(string text) => Told.Of(text);

    public static IReadOnlyList<long> Sign(Told told, byte[] contentKey) =>
        Signed.GetValue(told, static told => new(key => Signature.Of(told, Convert.FromHexString(key), Vault))).Of(Convert.ToHexString(contentKey));

    private static Gate OnWords(Gate gate)
    {
        var found = new Remembered<IReadOnlyList<Reason>>(words => [.. gate.Judge(Case(words))]);
        var asked = 0;
        return gate with { Judge = JudgeAsBefore };

        IReadOnlyList<Reason> JudgeAsBefore(GateCase given)
        {
            var before = found.Of(Words(given));
            if (Interlocked.Increment(ref asked) % Sample == 0 && !gate.Judge(given).SequenceEqual(before)) throw new BrokenPromiseException($"The gate '{gate.Name}' looks at more than words and doubts: it must not be remembered.");
            return before;
        }
    }

    private static string Words(GateCase given) =>
        string.Join('\f', [given.Complaint.Judul, given.Complaint.Isi, given.Complaint.Lokasi, .. given.Doubts.Select(doubt => doubt.Code)]);

    private static GateCase Case(string words) => words.Split('\f') is [var judul, var isi, var lokasi, .. var doubts]
        ? new(null!, new Complaint { Judul = judul, Isi = isi, Lokasi = lokasi.Length == 0 ? null : lokasi, Source = new Provenance("", "") }, [.. doubts.Select(code => new Reason(code))], null, null, [], null, 0)
        : throw new ArgumentException("No title, text and place.", nameof(words));
}
