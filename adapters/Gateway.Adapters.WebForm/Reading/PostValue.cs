namespace Gateway.Adapters.WebForm.Reading;

/// <summary>One named value of a post, with every name under which a map may ask for it.</summary>
/// <param name="Name">Path without the places in lists: <c>laporan.foto</c>.</param>
/// <param name="Value">The words.</param>
internal sealed record PostValue(string Name, string Value)
{
    /// <summary>Path with the places in lists, from 0: <c>form_response.answers.2.text</c>.</summary>
    public string Path { get; init; } = Name;

    /// <summary>The question as people read it. Null when the post does not tell.</summary>
    public string? Title { get; init; }

    /// <summary>True when the form says that the words are the address of a file.</summary>
    public bool IsFile { get; init; }
}
