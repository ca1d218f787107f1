namespace Gateway.Core.Gates;

/// <summary>One matter of a text that holds several.</summary>
/// <param name="Topic">What it is about, by the name in the rule file.</param>
/// <param name="Isi">Its words, with those that belong to all matters in front.</param>
/// <param name="Own">Its own words alone, past "selain itu" and its like: what a title is made of.</param>
public sealed record Matter(string Topic, string Isi, string Own)
{
    /// <summary>A part as an officer wrote it.</summary>
    public static Matter Written(string isi) => new("", isi, isi);
}
