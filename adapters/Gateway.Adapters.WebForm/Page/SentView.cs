using static Gateway.Adapters.WebForm.Page.PageFrame;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>What a citizen sees when the report is kept: its number, and what happens now.</summary>
internal static class SentView
{
    /// <param name="visit">Whose page it is.</param>
    /// <param name="number">Null for what a machine seems to have sent: it is kept, an officer decides, and no number is made up.</param>
    public static string Of(Visit visit, string? number)
    {
        var told = number is null
            ? $"<p>{Text(visit["sent.unnumbered"])}</p>"
            : $"<p>{Text(visit["sent.number"])}</p><p class=\"number\">{number}</p><p class=\"small\">{Text(visit["sent.keep"])}</p>";
        var status = number is null ? "" : $"<li>{Text(visit["sent.status"])} <a href=\"/track/{number}\">{Text(visit["sent.track"])}</a></li>";
        return Around(visit, $"""
            <section class="card" role="status"><h2>{Text(visit["sent"])}</h2>{told}</section>
            <section class="card"><h2>{Text(visit["next"])}</h2><ol><li>{Text(visit["next.checked"])}</li><li>{Prose(visit["next.forwarded"])}</li>{status}</ol></section>
            <p><a href="?lang={visit.Language}">{Text(visit["another"])}</a></p>
            """);
    }
}
