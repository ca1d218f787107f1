namespace Gateway.Tests.Labelled;

/// <summary>One complaint of a pair.</summary>
internal sealed record TextOfPair(string? Judul, string Isi, string? Lokasi)
{
    /// <summary>What the gates read of it.</summary>
    public string Whole => string.Join("\n", new[] { Judul, Isi, Lokasi }.OfType<string>());
}
