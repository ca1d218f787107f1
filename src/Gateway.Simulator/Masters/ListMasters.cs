using System.Text.Json.Nodes;
using Gateway.Simulator.Calls;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Masters;

/// <summary>GET /masters/...: a master table, page by page.</summary>
internal static class ListMasters
{
    private const int DefaultPageSize = 15;

    public static Task<Answer> InstitutionsAsync(HttpRequest request) => ListAsync(request, Institutions.All, row => new JsonObject
    {
        ["id"] = row.Id,
        ["name"] = row.Name,
    });

    public static Task<Answer> TemplatesAsync(HttpRequest request) => ListAsync(request, Templates.All, row => new JsonObject
    {
        ["id"] = row.Id,
        ["code"] = row.Name,
        ["content"] = row.Content,
    });

    private static Task<Answer> ListAsync(HttpRequest request, IReadOnlyList<MasterRow> rows, Func<MasterRow, JsonObject> write) =>
        Task.FromResult(Paging.Cut(request, rows, Paging.Number(request, "page_size", DefaultPageSize), write));
}
