using Gateway.Core.Destinations;
using Gateway.Core.Masters;

namespace Gateway.Infrastructure.Central;

// Lists of the centre, page by page.
public sealed partial class CentralClient : IMasterSource
{
    public async Task<MasterPage> ReadPageAsync(Destination destination, MasterList list, int page, CancellationToken ct)
    {
        var read = (Entries: (IReadOnlyList<MasterEntry>?)null, HasNext: false, Total: (int?)null, Page: (int?)null);
        var answer = await CallAsync(
            new Call(destination, list == MasterList.Templates ? "templates" : "masters", destination.ReadTimeout, Timeout.InfiniteTimeSpan, Page: page),
            (api, request, token) => api.ReadMastersAsync(request, token),
            (answer, body) =>
            {
                var rows = new MasterBody(body);
                read = (rows.Entries(), rows.HasNext(), rows.Number("total"), rows.Number("current_page"));
                return answer;
            },
            ct);
        return new MasterPage(answer, read.Entries, read.HasNext, read.Total, read.Page);
    }
}
