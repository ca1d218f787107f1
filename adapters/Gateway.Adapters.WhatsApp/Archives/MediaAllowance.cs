using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>
/// How many bytes of media the complaints of one export are given: each file once, for which the zip's own limits stand, and what these leave is for
/// files that are named again. A picture that all name never costs another one its place.
/// </summary>
/// <param name="limits">How large a zip may unpack.</param>
/// <param name="packed">Bytes of this one.</param>
/// <param name="unpacked">Bytes of all that is in it.</param>
internal sealed class MediaAllowance(ArchiveLimits limits, long packed, long unpacked)
{
    private readonly Allowance _again = new(limits.MostGiven(packed) - unpacked);
    private readonly HashSet<ZipEntryContent> _given = [];

    /// <summary>False when nothing is left for it; it is not given then.</summary>
    public bool Take(ZipEntryContent file) => _given.Add(file) || _again.Take(file.Length);
}
