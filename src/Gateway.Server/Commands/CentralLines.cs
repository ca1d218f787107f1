using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What the centre said last of a complaint, raw and masked, in the order of the dates in it.</summary>
/// <param name="Reading">What was read back; null before the first look.</param>
/// <param name="View">The answer; null until there was one.</param>
/// <param name="Reporter">Whose name is masked in it.</param>
internal sealed record CentralLines(Reading? Reading, CentralView? View, Reporter? Reporter, ReadBackSettings Settings)
{
    public static async Task<CentralLines> OfAsync(House house, ComplaintRow row, Reporter? reporter, CancellationToken ct)
    {
        var reading = await house.Ledger.ReadingAsync(row.Number, ct);
        var view = reading?.Content is { } content ? CentralView.Read(house.Vault.Open(row.WrappedKey, content, "reading")) : null;
        return new CentralLines(reading, view, reporter, house.Registry.Current.Destination(row.Destination)?.ReadBack ?? new ReadBackSettings());
    }

    public IEnumerable<string> Lines(WordList words)
    {
        if (Reading is null) yield break;
        if (View is not null)
        {
            var standing = View.Standing;
            yield return $"{standing.StatusName ?? standing.StatusCode ?? "-"}{(standing.DispositionName is null ? "" : $"  {standing.DispositionName}")}{(Reading.Closed is null ? "" : $"  ({words["page.closed"]})")}";
            foreach (var entry in standing.Log) yield return $"{Moment(entry)}  {Filled(entry)}";
            foreach (var entry in View.FollowUps) yield return $"{Moment(entry)}  {entry.From ?? "-"}{(entry.To is null ? "" : $" -> {entry.To}")}: {Masked(entry.Content ?? entry.Template)?.ReplaceLineEndings(" ")}";
        }

        // Put off before its first look, or its number was corrected since.
        if (View is null && Reading.Trouble is null) yield return words["page.unread", ComplaintPage.Moment(Reading.Due) ?? "-"];
        else yield return words["page.looked", ComplaintPage.Moment(Reading.Looked), ComplaintPage.Moment(Reading.Due) ?? "-"];
        if (Reading.Trouble is { } trouble) yield return words["page.read-trouble", trouble, Reading.Failures];
    }

    public JsonObject? Json() => Reading is null ? null : new JsonObject
    {
        ["status"] = View?.Standing.StatusName,
        ["statusCode"] = View?.Standing.StatusCode,
        ["dispositionId"] = View?.Standing.DispositionId,
        ["disposition"] = View?.Standing.DispositionName,
        ["closed"] = Wire.Moment(Reading.Closed),
        ["looked"] = Wire.Moment(Reading.Looked),
        ["changed"] = Wire.Moment(Reading.Changed),
        ["next"] = Wire.Moment(Reading.Due),
        ["trouble"] = Reading.Trouble,
        ["log"] = Entries(View?.Standing.Log),
        ["followUps"] = Entries(View?.FollowUps),
    };

    private JsonNode? Entries(IReadOnlyList<CentralEntry>? entries) => JsonSerializer.SerializeToNode(
        (entries ?? []).Select(entry => entry with { Content = Masked(entry.Content), Template = Masked(entry.Template) }), ContractJson.Options);

    // As it came where it cannot be read.
    private string Moment(CentralEntry entry) => ComplaintPage.Moment(CentralTime.Read(entry.When, Settings.Offset)) ?? entry.When ?? "-";

    private string Filled(CentralEntry entry) => (Masked(entry.Content) ?? "-")
        .Replace("{{institution_from}}", entry.From ?? "-", StringComparison.Ordinal).Replace("{{institution_to}}", entry.To ?? "-", StringComparison.Ordinal)
        .Replace("{{status_old}}", entry.StatusBefore ?? "-", StringComparison.Ordinal).Replace("{{status_new}}", entry.StatusAfter ?? "-", StringComparison.Ordinal);

    private string? Masked(string? text) => text is null ? null : Masking.Apply(text, Reporter);
}
