using System.Text.Json.Nodes;
using Gateway.Simulator.Calls;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Masters;

/// <summary>GET /masters/...: a master table, page by page.</summary>
/// <param name="tables">The tables as they are now.</param>
/// <param name="most">Most rows of a page, whatever is asked for; null for any.</param>
internal sealed class ListMasters(MasterTables tables, int? most)
{
    private const int DefaultPageSize = 15;

    public Task<Answer> InstitutionsAsync(HttpRequest request) => ListAsync(request, tables.Institutions, row => new JsonObject
    {
        ["id"] = row.Id,
        ["name"] = row.Name,
    });

    public Task<Answer> TemplatesAsync(HttpRequest request) => ListAsync(request, Templates.All, row => new JsonObject
    {
        ["id"] = row.Id,
        ["code"] = row.Name,
        ["content"] = row.Content,
    });

    private Task<Answer> ListAsync(HttpRequest request, IReadOnlyList<MasterRow> rows, Func<MasterRow, JsonObject> write) =>
        Task.FromResult(Paging.Cut(request, rows, Math.Min(Paging.Number(request, "page_size", DefaultPageSize), most ?? int.MaxValue), write));
}
