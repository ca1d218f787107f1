using System.Globalization;
using System.Text;
using Gateway.Simulator.Book;
using Gateway.Simulator.Calls;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Pages;

/// <summary>GET /: what the simulator received, newest first, for a person in front of a screen.</summary>
internal sealed class ReceivedPage(ComplaintBook book)
{
    private const int Shown = 200;
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public Task WriteAsync(HttpContext context) => HtmlPage.WriteAsync(context, 200, "Laporan yang diterima", Body());

    private string Body()
    {
        var complaints = book.Complaints;
        var html = new StringBuilder(
            $"<p>{complaints.Count} laporan diterima, {book.Doubled} di antaranya ganda; {book.Orphans} berkas tanpa laporan.");
        if (complaints.Count > Shown)
            html.Append(Indonesian, $" Ditampilkan {Shown} yang terbaru.");
        html.Append("</p>\n");
        if (complaints.Count == 0)
            return html.Append("<p>Belum ada laporan.</p>").ToString();

        html.Append("<table>\n<thead><tr><th>Id</th><th>No. pelacakan</th><th>Diterima (UTC)</th>");
        html.Append("<th>Judul dan isi</th><th>Lampiran</th></tr></thead>\n<tbody>\n");
        foreach (var complaint in complaints.Reverse().Take(Shown))
            html.Append(Row(complaint));
        return html.Append("</tbody>\n</table>").ToString();
    }

    private static string Row(StoredComplaint complaint)
    {
        var title = HtmlPage.Escape(JsonBody.Text(complaint.Fields, "title"));
        var content = HtmlPage.Escape(JsonBody.Text(complaint.Fields, "content"));
        var files = string.Join("<br>", complaint.Attachments.Select(file =>
            $"<a href=\"/_simulator/files/{file.Id}\">{HtmlPage.Escape(file.Name)}</a> ({file.Bytes.ToString("N0", Indonesian)} bita)"));
        return $"<tr><td>{complaint.Id}</td><td>{HtmlPage.Escape(complaint.Number ?? "tidak ada")}</td>"
            + $"<td>{complaint.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}</td>"
            + $"<td><strong>{title}</strong><pre>{content}</pre></td><td>{files}</td></tr>\n";
    }
}
