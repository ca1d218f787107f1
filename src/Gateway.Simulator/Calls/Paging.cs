using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>Answers one page of a list, with the address of the next one.</summary>
internal static class Paging
{
    public static Answer Cut<T>(HttpRequest request, IReadOnlyList<T> rows, int size, Func<T, JsonNode> write)
    {
        var page = Number(request, "page", 1);
        var before = (long)(page - 1) * size;
        var more = before + size < rows.Count;
        return Answer.Ok(new JsonObject
        {
            ["results"] = new JsonObject
            {
                ["data"] = new JsonArray([.. rows.Skip((int)Math.Min(before, rows.Count)).Take(size).Select(write)]),
                ["current_page"] = page,
                ["next_page_url"] = more ? Next(request, page + 1) : null,
            },
        });
    }

    /// <summary>A positive number of the query; the fallback when absent or anything else.</summary>
    public static int Number(HttpRequest request, string name, int fallback) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : fallback;

    private static string Next(HttpRequest request, int page)
    {
        var query = request.Query.Where(pair => pair.Key != "page")
            .Append(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create(query)}";
    }
}
