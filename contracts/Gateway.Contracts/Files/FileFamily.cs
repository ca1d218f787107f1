namespace Gateway.Contracts.Files;

/// <summary>What a file is for a person, and so what may become of it.</summary>
public enum FileFamily
{
    /// <summary>Of no kind known here, or empty.</summary>
    Unknown,

    /// <summary>A picture that can be shrunk and converted.</summary>
    Picture,

    /// <summary>A paper: PDF, word processor, table.</summary>
    Document,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A voice note or other sound.</summary>
    Sound,

    /// <summary>A film.</summary>
    Film,

    /// <summary>A card with the name and number of a third person.</summary>
    Contact,

    /// <summary>A mail as a file.</summary>
    Mail,

    /// <summary>Files within a file.</summary>
    Archive,

    /// <summary>Something that does something when opened: a program, a script, a page, a document with macros.</summary>
    Program,
}
