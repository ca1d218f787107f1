using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>What every page has around it: one file without script, picture or font, so that it works on a slow line.</summary>
internal static class PageFrame
{
    private const string Style = """
        *{box-sizing:border-box}
        body{margin:0;background:#f3f5f7;color:#1c2430;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        header{background:#0b3d63;color:#fff;padding:1.25rem 1rem 1.5rem}
        header>div{max-width:42rem;margin:0 auto}
        main{max-width:44rem;margin:0 auto;padding:1rem}
        .nb{white-space:nowrap}
        header p{margin:.35rem 0 0;color:#dbe7f1}
        .line{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;font-size:.9rem;color:#dbe7f1}
        .line strong{color:#fff;letter-spacing:.02em}
        h1{font-size:1.5rem;line-height:1.25;margin:.75rem 0 0}
        h2{font-size:1.1rem;margin:0 0 .5rem}
        .card{background:#fff;border:1px solid #d5dce3;border-radius:8px;padding:1.25rem;margin:0 0 1rem}
        label{display:block;font-weight:600;margin:0 0 .25rem}
        .field{margin:0 0 1.15rem}
        .hint{font-weight:400;color:#566373;font-size:.9rem;margin:0 0 .35rem}
        input:not([type=checkbox]),textarea{width:100%;min-width:0;font:inherit;padding:.6rem .7rem;border:1px solid #8795a5;border-radius:6px;background:#fff;color:inherit}
        input[type=file]{padding:.45rem}
        input[type=date]{max-width:13rem}
        textarea{min-height:11rem;resize:vertical}
        :focus-visible{outline:3px solid #f2a900;outline-offset:2px}
        .tick{display:flex;gap:.6rem;align-items:flex-start;margin:0 0 .7rem}
        .tick input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;flex:none}
        .tick label{font-weight:400;margin:0}
        .bad input,.bad textarea{border:2px solid #b3261e}
        .fault{color:#b3261e;font-weight:600;margin:.3rem 0 0}
        .faults{border:2px solid #b3261e}
        .faults ul{margin:0;padding-left:1.2rem}
        .faults a{color:#b3261e}
        .trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
        button{font:inherit;font-weight:700;color:#fff;background:#0b5c8f;border:0;border-radius:6px;padding:.8rem 1.4rem;margin:.5rem 0 0;width:100%;cursor:pointer}
        button:hover{background:#0b3d63}
        dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}
        .small{font-size:.9rem;color:#3f4b59}
        .number{font:700 1.6rem/1.3 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;margin:.25rem 0 .75rem}
        a{color:#0b5c8f}header a{color:#fff}
        ol{margin:0;padding-left:1.2rem}ol li{margin:.3rem 0}
        @media(min-width:40rem){h1{font-size:1.9rem}.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}button{width:auto}main{padding:1.5rem 1rem}}
        """;

    /// <summary>Nothing but this page's own style, and its form only back to where it came from.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="visit">Whose page it is.</param>
    /// <param name="main">HTML of the page itself.</param>
    public static string Around(Visit visit, string main)
    {
        var other = visit.Language == "en" ? "id" : "en";
        var title = Text(visit.Page.Title ?? $"{visit["title"]} {visit.Agency}");
        return $"""
            <!DOCTYPE html>
            <html lang="{visit.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title} - SP4N-LAPOR!</title><style>{Style}</style></head>
            <body><header><div>
            <div class="line"><strong>{Text(visit["intake"])}</strong><a href="?lang={other}" hreflang="{other}" lang="{other}">{(other == "en" ? "English" : "Bahasa Indonesia")}</a></div>
            <h1>{title}</h1>
            <p>{Prose(visit["purpose"])}</p>
            </div></header>
            <main>
            {main}
            </main></body></html>

            """;
    }

    /// <summary>Our own sentences made safe, the name of the centre kept on one line.</summary>
    public static string Prose(string words) => Text(words).Replace("SP4N-LAPOR!", "<span class=\"nb\">SP4N-LAPOR!</span>", StringComparison.Ordinal);

    /// <summary>Words made safe between tags and in attributes.</summary>
    public static string Text(string words) => HtmlEncoder.Default.Encode(words);
}
