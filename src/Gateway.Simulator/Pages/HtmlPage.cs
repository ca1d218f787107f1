using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Pages;

/// <summary>The frame of every page, which says what this is not.</summary>
internal static class HtmlPage
{
    public const string Heading = "SIMULATOR - bukan SP4N-LAPOR!";

    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML, escaped by whoever wrote it.</param>
    public static async Task WriteAsync(HttpContext context, int status, string title, string body)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""
            <!doctype html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <title>{{Escape(Heading)}} {{Escape(title)}}</title>
            <style>
            body { font-family: sans-serif; margin: 0 auto; max-width: 70rem; padding: 0 1rem 2rem; }
            header { background: #8a1c1c; color: #fff; margin: 0 -1rem; padding: 1rem; }
            header h1, header p { margin: 0; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #bbb; padding: .4rem; text-align: left; vertical-align: top; }
            pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <header>
            <h1>{{Escape(Heading)}}</h1>
            <p>Tiruan untuk latihan, peragaan, dan pengujian. Tidak ada laporan yang diteruskan ke pusat.</p>
            </header>
            <main>
            <h2>{{Escape(title)}}</h2>
            {{body}}
            </main>
            </body>
            </html>

            """);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    public static string Escape(string? text) => System.Net.WebUtility.HtmlEncode(text ?? "");
}
