using System.Text.Json.Nodes;
using Gateway.Simulator.Book;
using Gateway.Simulator.Calls;
using Gateway.Simulator.Pages;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Faults;

/// <summary>Plays one fault on one call. FaultKind says of each what the caller sees and whether the call was carried out.</summary>
internal sealed class FaultPlay(HeldCalls held, ComplaintBook book)
{
    /// <param name="carryOut">Does what the call asks for and gives the answer it would have had.</param>
    public Task PlayAsync(SimulatorFault fault, HttpContext context, Func<Task<Answer>> carryOut) => fault.Kind switch
    {
        FaultKind.Slow => PlaySlowAsync(fault, context, carryOut),
        FaultKind.EmptyList => ShortenAsync(context, carryOut, _ => 0),
        FaultKind.HalfList => ShortenAsync(context, carryOut, rows => rows / 2),
        FaultKind.ForgetFiles => ForgetFilesAsync(context, carryOut),
        FaultKind.TooManyRequests => RetryLaterAsync(fault, context, 429),
        FaultKind.UnavailableRetryAfter => RetryLaterAsync(fault, context, 503),
        FaultKind.Unavailable => AnswerAsync(context, 503, "Layanan tidak tersedia"),
        FaultKind.Refuse => AnswerAsync(context, fault.Status ?? 422, "Laporan tidak dapat diterima"),
        FaultKind.Status => AnswerAsync(context, fault.Status ?? 500, "Galat"),
        FaultKind.ResetBefore => ResetAsync(context),
        FaultKind.SeeOther => SeeOtherAsync(context),
        FaultKind.Html => HtmlPage.WriteAsync(context, 200, "Layanan sedang dipelihara", "<p>Gangguan yang disimulasikan.</p>"),
        _ => PlayAfterAsync(fault, context, carryOut),
    };

    private async Task PlaySlowAsync(SimulatorFault fault, HttpContext context, Func<Task<Answer>> carryOut)
    {
        await held.HoldAsync(fault.Duration, CancellationToken.None);
        await (await carryOut()).WriteAsync(context);
    }

    private static async Task ShortenAsync(HttpContext context, Func<Task<Answer>> carryOut, Func<int, int> rowsLeft)
    {
        var answer = await carryOut();
        if (answer.Body["results"] is JsonObject results && results["data"] is JsonArray rows)
        {
            var left = rowsLeft(rows.Count);
            while (rows.Count > left) rows.RemoveAt(rows.Count - 1);
            results["next_page_url"] = null;
        }

        await answer.WriteAsync(context);
    }

    private async Task ForgetFilesAsync(HttpContext context, Func<Task<Answer>> carryOut)
    {
        book.ForgetFiles();
        await (await carryOut()).WriteAsync(context);
    }

    private async Task PlayAfterAsync(SimulatorFault fault, HttpContext context, Func<Task<Answer>> carryOut)
    {
        var honest = await carryOut();
        await (honest.Succeeded ? SpoilAsync(fault, context) : honest.WriteAsync(context));
    }

    private async Task SpoilAsync(SimulatorFault fault, HttpContext context)
    {
        switch (fault.Kind)
        {
            case FaultKind.ErrorAfterStoring:
                await AnswerAsync(context, 500, "Internal Server Error");
                break;
            case FaultKind.NoId:
                await new Answer(201, new JsonObject { ["message"] = "Berhasil" }).WriteAsync(context);
                break;
            case FaultKind.WrongSchema:
                await new Answer(200, new JsonObject { ["status"] = "ok", ["payload"] = new JsonArray("diterima", 1) }).WriteAsync(context);
                break;
            case FaultKind.TimeOutAfterStoring:
                await held.HoldAsync(fault.Duration, context.RequestAborted);
                await ResetAsync(context);
                break;
            default:
                await ResetAsync(context);
                break;
        }
    }

    private static async Task RetryLaterAsync(SimulatorFault fault, HttpContext context, int status)
    {
        context.Response.Headers.RetryAfter = $"{Math.Ceiling(fault.Duration.TotalSeconds):0}";
        await AnswerAsync(context, status, "Coba lagi nanti");
    }

    private static Task AnswerAsync(HttpContext context, int status, string message) =>
        Answer.Failed(status, $"{message} (gangguan yang disimulasikan).").WriteAsync(context);

    private static Task SeeOtherAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
        return Task.CompletedTask;
    }

    private static Task ResetAsync(HttpContext context)
    {
        // Linger 0 makes the close a RST instead of a polite FIN, as a crashed server or a firewall would.
        if (context.Features.Get<IConnectionSocketFeature>() is { } connection)
            connection.Socket.LingerState = new(true, 0);
        context.Abort();
        return Task.CompletedTask;
    }
}
