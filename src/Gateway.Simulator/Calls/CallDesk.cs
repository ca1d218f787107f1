using Gateway.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>
/// Where every central call arrives: takes the whole request, counts it, lets a due fault play, checks the headers and has the
/// call carried out. The request is read to its end first, so that what happens next never depends on the caller staying.
/// </summary>
internal sealed class CallDesk(SimulatorOptions options, FaultScript faults, FaultPlay play, CallTally tally)
{
    public async Task ServeAsync(HttpContext context, CentralRoute route)
    {
        if (await ReadWholeAsync(context.Request) is { } refusal)
        {
            await refusal.WriteAsync(context);
            return;
        }

        var fault = faults.Next(route.Call);
        tally.Count(route.Call);
        if (fault is null)
            await (await CarryOutAsync(context.Request, route)).WriteAsync(context);
        else
            await play.PlayAsync(fault, context, () => CarryOutAsync(context.Request, route));
    }

    private async Task<Answer> CarryOutAsync(HttpRequest request, CentralRoute route) =>
        Lets(options.Authorization, request, "Authorization") && Lets(options.Token, request, "token")
            ? await route.CarryOut(request)
            : Answer.Failed(401, "Unauthorized");

    private static bool Lets(string? expected, HttpRequest request, string header) =>
        expected is null || string.Equals(expected, request.Headers[header].ToString(), StringComparison.Ordinal);

    private static async Task<Answer?> ReadWholeAsync(HttpRequest request)
    {
        var whole = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(whole);
        }
        catch (BadHttpRequestException problem)
        {
            return Answer.Failed(problem.StatusCode, problem.Message);
        }

        whole.Position = 0;
        request.Body = whole;
        return null;
    }
}
