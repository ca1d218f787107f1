using Gateway.Core.Ledger;

namespace Gateway.Core.Attachments;

/// <summary>
/// Which picture is being unpacked, written down before it is: one made to break its reader must not break the gateway at every start.
/// Beside the mark stays what was there before, so that nothing counts as seen that nobody saw.
/// </summary>
internal sealed class PictureMarks(ILedger ledger, string number, IReadOnlyList<SentFile> before, bool isAgain)
{
    /// <summary>A picture that took the process down this often is not unpacked again.</summary>
    private const int MostTries = 2;

    private readonly Dictionary<int, SentFile> kept = before.ToDictionary(file => file.Ordinal);

    /// <summary>It took the process down too often; only an officer has it tried once more.</summary>
    public bool IsGivenUp(int ordinal) =>
        !isAgain && kept.GetValueOrDefault(ordinal) is { } file && (file.Tries >= MostTries || file is { Tries: 0, Refusal.Code: "picture-interrupted" });

    /// <summary>It is about to be unpacked.</summary>
    /// <param name="interrupted">What it is when the process does not come back.</param>
    /// <param name="ct">Stops the wait; the mark may be written all the same.</param>
    public async Task BeginAsync(SentFile interrupted, CancellationToken ct)
    {
        var tries = kept.GetValueOrDefault(interrupted.Ordinal)?.Tries ?? 0;
        var others = kept.Values.Where(file => file.Ordinal != interrupted.Ordinal);
        await ledger.KeepSentAsync(number, [.. others, interrupted with { Tries = Math.Min(tries, MostTries - 1) + 1 }], ct);
    }

    /// <summary>The process outlived it.</summary>
    public void End(int ordinal)
    {
        if (kept.GetValueOrDefault(ordinal)?.Tries > 0) kept.Remove(ordinal);
    }
}
