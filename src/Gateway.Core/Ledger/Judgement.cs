namespace Gateway.Core.Ledger;

/// <summary>
/// What the gates knew when they judged, written with their verdict. A complaint that shares a value and was judged since by somebody else
/// makes the verdict stale: of two that tell the same and are judged at once, one is judged again and sees the other.
/// </summary>
/// <param name="Bands">Values the complaint is found by.</param>
/// <param name="UpTo">The last judgement that was looked at.</param>
/// <param name="Beside">Numbers that are being judged beside it and were compared with it.</param>
public sealed record Judgement(IReadOnlyList<long> Bands, long UpTo, IReadOnlyList<string> Beside);
