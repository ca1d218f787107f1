using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>The files of a complaint beside what is sent of them: sizes, keyed hashes, why one stays behind, where a photo was taken.</summary>
/// <param name="Files">As the contract names them.</param>
/// <param name="Sent">As they go; empty when they were not made ready yet.</param>
/// <param name="Places">Ordinal to the place of a photo; empty text where there is one that may not be shown.</param>
/// <param name="HasPlace">The complaint tells its place itself.</param>
internal sealed record FileLines(IReadOnlyList<Attachment> Files, IReadOnlyList<SentFile> Sent, IReadOnlyDictionary<int, string> Places, bool HasPlace)
{
    /// <summary>How much of a hash tells two files apart for a person.</summary>
    private const int Short = 12;

    /// <summary>
    /// Reads the places. A photo taken at home tells where the reporter lives, so that of somebody who wishes to be unknown is shown only
    /// to who asked to see the reporter, which is an event.
    /// </summary>
    public static FileLines Of(Complaint contract, ComplaintRow row, IReadOnlyList<SentFile> sent, IVault vault, bool seesReporter)
    {
        var shows = seesReporter || !(contract.Anonim || contract.Rahasia);
        var places = sent.Where(file => file.Place is not null).ToDictionary(
            file => file.Ordinal, file => shows ? System.Text.Encoding.UTF8.GetString(vault.Open(row.WrappedKey, file.Place, "place")) : "");
        return new FileLines(contract.Lampiran, sent, places, !string.IsNullOrWhiteSpace(contract.Lokasi));
    }

    public IEnumerable<string> Lines(WordList words)
    {
        for (var i = 0; i < Files.Count; i++)
        {
            var file = Sent.FirstOrDefault(sent => sent.Ordinal == i + 1);
            yield return $"{Files[i].Name}  {Files[i].MediaType}  {Sizes.Of(Files[i].Bytes)}{(file is null ? "" : "  " + Cut(file.OriginHash))}";
            if (file is null) yield return "  -> " + words["page.not-ready"];
            else yield return "  -> " + Going(file, words);
            if (Places.TryGetValue(i + 1, out var place))
                yield return "  " + (place.Length == 0 ? words["page.place-hidden"] : words[HasPlace ? "page.place" : "page.place-offered", place]);
        }

        if (Sent.FirstOrDefault(sent => sent.Ordinal == SentFile.WholeText) is { Refusal: null } text) yield return words["page.whole-text"] + " -> " + Going(text, words);
    }

    public JsonArray Json(WordList words) => [.. Sent.Select(file => new JsonObject
    {
        ["ordinal"] = file.Ordinal,
        ["originHash"] = file.OriginHash,
        ["originBytes"] = file.Ordinal > 0 && file.Ordinal <= Files.Count ? Files[file.Ordinal - 1].Bytes : null,
        ["name"] = file.Refusal is null ? ComplaintReader.SentName(file.Ordinal, file.MediaType) : null,
        ["mediaType"] = file.MediaType,
        ["bytes"] = file.Payload?.Length,
        ["hash"] = file.Hash,
        ["refusal"] = file.Refusal is { } refusal ? Wire.Reasons([refusal], words) : null,
        ["hasPlace"] = Places.ContainsKey(file.Ordinal),
        ["place"] = Places.GetValueOrDefault(file.Ordinal) is { Length: > 0 } place ? place : null,
        ["uploadId"] = file.UploadId,
    })];

    private static string Going(SentFile file, WordList words) => file.Refusal is { } refusal
        ? words.Of(refusal)
        : $"{ComplaintReader.SentName(file.Ordinal, file.MediaType)}  {file.MediaType}  {Sizes.Of(file.Payload!.Length)}  {Cut(file.Hash!)}";

    private static string Cut(string hash) => hash[..Math.Min(Short, hash.Length)];
}
