using System.Globalization;
using System.Security.Cryptography;
using Gateway.Adapters.WebForm.Settings;
using static Gateway.Adapters.WebForm.Page.PageFrame;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>The form: each label bound to its input, each fault beside its field, what was typed kept.</summary>
internal static class FormView
{
    public static string Of(Visit visit, PagePost post)
    {
        var key = post.Key.Length > 0 ? post.Key : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var files = post.HadFiles ? visit["files.again"] : string.Format(CultureInfo.InvariantCulture, visit["lampiran.hint"], visit.Door.Limit >> 20);
        return Around(visit, $"""
            {Faults(visit, post.Faults)}<form class="card" method="post" enctype="multipart/form-data" action="?lang={visit.Language}" accept-charset="utf-8">
            <input type="hidden" name="{PagePost.KeyField}" value="{key}"><input type="hidden" name="{PagePost.NoticeField}" value="{visit.Notice.Version}">
            <div class="trap" aria-hidden="true"><label for="trap">{Text(visit["trap"])}</label><input id="trap" name="{Text(PageSetting.TrapOf(visit.Settings))}" tabindex="-1" autocomplete="off"></div>
            {Field(visit, post, "isi", more => $"<textarea id=\"isi\" name=\"isi\" required maxlength=\"20000\"{more}>\n{Text(Typed(post, "isi"))}</textarea>")}
            {Input(visit, post, "judul", "maxlength=\"200\"")}
            <div class="two">{Input(visit, post, "tanggalKejadian", "type=\"date\"")}
            {Input(visit, post, "lokasi", "maxlength=\"300\"")}</div>
            {Field(visit, post, "lampiran", more => $"<input id=\"lampiran\" name=\"lampiran\" type=\"file\" multiple{more}>", files)}
            {Input(visit, post, "name", "autocomplete=\"name\" maxlength=\"200\"")}
            <div class="two">{Input(visit, post, "phone", "type=\"tel\" autocomplete=\"tel\" maxlength=\"40\"")}
            {Input(visit, post, "email", "type=\"email\" autocomplete=\"email\" maxlength=\"200\"")}</div>
            {Tick(visit, post, "anonim")}
            {Tick(visit, post, "rahasia")}
            <button>{Text(visit["send"])}</button></form>
            {Notice(visit)}
            """);
    }

    /// <summary>Only why it was not taken, when nothing is left to fill the form with.</summary>
    public static string Without(Visit visit, IReadOnlyList<PageFault> faults) => Around(visit, Faults(visit, faults));

    private static string Faults(Visit visit, IReadOnlyList<PageFault> faults)
    {
        if (faults.Count == 0) return "";
        var lines = faults.Select(fault => fault.Field is { } field ? $"<li><a href=\"#{field}\">{Text(fault.Words)}</a></li>" : $"<li>{Text(fault.Words)}</li>");
        return $"<section class=\"card faults\" role=\"alert\"><h2>{Text(visit["not.sent"])}</h2><ul>{string.Concat(lines)}</ul></section>\n";
    }

    private static string Input(Visit visit, PagePost post, string field, string attributes) =>
        Field(visit, post, field, more => $"<input id=\"{field}\" name=\"{field}\" {attributes} value=\"{Text(Typed(post, field))}\"{more}>");

    private static string Field(Visit visit, PagePost post, string field, Func<string, string> input, string? hint = null)
    {
        hint ??= PageWords.Find(field + ".hint", visit.Language);
        var fault = post.Faults.FirstOrDefault(fault => fault.Field == field);
        string[] told = [.. hint is null ? [] : new[] { field + "-hint" }, .. fault is null ? [] : new[] { field + "-fault" }];
        var more = (told.Length == 0 ? "" : $" aria-describedby=\"{string.Join(' ', told)}\"") + (fault is null ? "" : " aria-invalid=\"true\"");
        return $"<div class=\"field{(fault is null ? "" : " bad")}\"><label for=\"{field}\">{Text(visit[field])}</label>"
            + (hint is null ? "" : $"<p class=\"hint\" id=\"{field}-hint\">{Text(hint)}</p>")
            + input(more)
            + (fault is null ? "" : $"<p class=\"fault\" id=\"{field}-fault\">{Text(fault.Words)}</p>")
            + "</div>";
    }

    private static string Tick(Visit visit, PagePost post, string field) =>
        $"<div class=\"tick\"><input type=\"checkbox\" id=\"{field}\" name=\"{field}\" value=\"ya\"{(post.Typed.ContainsKey(field) ? " checked" : "")}><label for=\"{field}\">{Text(visit[field])}</label></div>";

    private static string Notice(Visit visit)
    {
        var parts = (visit.Language == "en" ? visit.Notice.English : visit.Notice.Indonesian).Select(part => $"<dt>{Text(part.Title)}</dt><dd>{Prose(part.Words)}</dd>");
        return $"<section class=\"card small\"><h2>{Text(visit["notice"])}</h2><dl>{string.Concat(parts)}</dl><p>{Text(visit["notice.version"])} {visit.Notice.Version}</p></section>";
    }

    private static string Typed(PagePost post, string field) => post.Typed.GetValueOrDefault(field, "");
}
