using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>What a post carried, whatever its format: named values in order, and files.</summary>
internal sealed class PostFields
{
    // A real form has a dozen fields; a body made of nothing but separators must not become millions of objects.
    private const int Most = 2_000;

    public List<PostValue> Values { get; } = [];

    public List<Attachment> Files { get; } = [];

    /// <summary>The post as JSON, for the forms whose answers stand apart from their questions. Null when it was none.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>Adds a value; <c>laporan[isi]</c> and <c>foto[]</c> become the paths <c>laporan.isi</c> and <c>foto</c>.</summary>
    public void Add(string name, string value) =>
        Add(new PostValue(name.Replace("[]", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('[', '.'), value));

    public void Add(PostValue value)
    {
        Count();
        Values.Add(value);
    }

    public void AddFile(string? name, ReadOnlyMemory<byte> bytes)
    {
        Count();
        var shown = FileName.Of(name, $"lampiran-{Files.Count + 1}");
        Files.Add(new Attachment(shown, FileKinds.Of(bytes.Span).MediaType, bytes.Length) { Content = new BytesContent(bytes) });
    }

    /// <summary>The first value under a path; null when there is none or it is empty.</summary>
    public string? Find(string path) =>
        Values.FirstOrDefault(value => value.Name.Equals(path, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(value.Value))?.Value.Trim();

    private void Count()
    {
        if (Values.Count + Files.Count >= Most) throw new PostUnreadableException("too-many-fields");
    }
}
