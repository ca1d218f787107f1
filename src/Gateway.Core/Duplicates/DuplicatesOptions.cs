using System.ComponentModel.DataAnnotations;

namespace Gateway.Core.Duplicates;

/// <summary>Settings of the search for complaints that tell the same.</summary>
public sealed class DuplicatesOptions
{
    /// <summary>How far back complaints are compared, by when the gateway saw them.</summary>
    /// <value>Default 60 days; zero compares nothing but equal content.</value>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(60);

    /// <summary>How many of the complaints found by the index are opened and compared word by word, the likeliest first.</summary>
    /// <value>Default 20.</value>
    [Range(1, 500)]
    public int MostCompared { get; init; } = 20;
}
