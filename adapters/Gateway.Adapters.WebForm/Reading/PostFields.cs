using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>What a post carried, whatever its format: named values in order, and files.</summary>
internal sealed class PostFields
{
    // A real form has a dozen fields; a body made of nothing but separators must not become millions of objects.
    private const int Most = 2_000;

    // The names of a real form are questions at the longest. With the number of values this bounds what names and paths may hold together.
    private const int LongestName = 500;

    // What one answer says, its files apart: the gateway takes no longer text as a complaint, and a page's script may post megabytes.
    private const int LongestValue = 1 << 16;

    public List<PostValue> Values { get; } = [];

    public List<Attachment> Files { get; } = [];

    /// <summary>How many files came in letters that cannot be decoded: a person must look.</summary>
    public int BrokenFiles { get; private set; }

    /// <summary>The post as JSON, for the forms whose answers stand apart from their questions. Null when it was none.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>Adds a value; <c>laporan[isi]</c> and <c>foto[]</c> become the paths <c>laporan.isi</c> and <c>foto</c>.</summary>
    public void Add(string name, string value) =>
        Add(new PostValue(name.Replace("[]", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('[', '.'), value));

    public void Add(PostValue value)
    {
        Count();
        CheckName(value.Name.Length);
        CheckName(value.Path.Length);
        // A signature or photo that the page's script drew comes as text under the name of its field.
        if (FileText.IsDataUri(value.Value)) AddFileText(value.Name.Split('.')[^1], value.Value);
        else if (value.Value.Length > LongestValue) throw new PostUnreadableException("value-too-long");
        else Values.Add(value);
    }

    /// <summary>Asked before a name is put together, so that one long name is not copied for each value under it.</summary>
    /// <exception cref="PostUnreadableException">It is longer than any form's.</exception>
    public static void CheckName(int length)
    {
        if (length > LongestName) throw new PostUnreadableException("name-too-long");
    }

    public void AddFile(string? name, ReadOnlyMemory<byte> bytes)
    {
        Count();
        var shown = FileName.Of(name, $"lampiran-{Files.Count + 1}");
        Files.Add(new Attachment(shown, FileKinds.Of(bytes.Span).MediaType, bytes.Length) { Content = new BytesContent(bytes) });
    }

    /// <summary>Adds a file that came as letters, its name with the ending of its kind if it has none. What cannot be decoded counts as broken.</summary>
    public void AddFileText(string name, string letters)
    {
        if (FileText.Decode(letters) is not { } bytes)
        {
            BrokenFiles++;
            return;
        }

        var kind = FileKinds.Of(bytes.Span);
        AddFile(name.Length == 0 || Path.HasExtension(name) || kind.Family == FileFamily.Unknown ? name : $"{name}.{kind.Name}", bytes);
    }

    /// <summary>Takes over the files of a post within this one.</summary>
    public void AddFilesOf(PostFields inner)
    {
        foreach (var file in inner.Files)
        {
            Count();
            Files.Add(file);
        }

        BrokenFiles += inner.BrokenFiles;
    }

    /// <summary>The first value under a path; null when there is none or it is empty.</summary>
    public string? Find(string path) =>
        Values.FirstOrDefault(value => value.Name.Equals(path, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(value.Value))?.Value.Trim();

    private void Count()
    {
        if (Values.Count + Files.Count >= Most) throw new PostUnreadableException("too-many-fields");
    }
}
