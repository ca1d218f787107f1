using System.CommandLine;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// <c>gateway destination try KEY</c>: reads from a destination that is not open, shows the exact request of one complaint, sends that one
/// on a yes, shows the answer, and stops. A person opens the destination.
/// </summary>
internal static class TryCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var key = new Argument<string>("key");
        var number = new Option<string?>("--number") { Description = "Pengaduan yang dicoba; baku: yang paling lama antre / The complaint to try; default: the one queued longest" };
        var yes = new Option<bool>("--yes") { Description = "Kirim satu pengaduan ini / Send this one complaint" };
        var command = Verb.Of("try", "Uji coba dengan satu pengaduan / Try it with one complaint", key, number, yes, options.By, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var wanted = given.GetValue(key)!;
            if (house.Registry.Current.Destination(wanted) is not { } destination)
                return Verb.NoSuchKey(context, words, "list.no-destination", wanted, house.Registry.Current.Destinations.Select(known => known.Key));
            if (destination.Kind == "manual") throw new CommandException(1, words["try.manual", wanted]);
            if (await house.Ledger.DestinationAsync(wanted, ct) is { State: DestinationState.Open }) throw new CommandException(1, words["try.open", wanted]);
            if (HeaderSecrets.MissingOf(destination) is [var (header, reference), ..]) throw new CommandException(1, words["doctor.no-secret", wanted, header, reference]);
            using var central = new CentralClient(Secrets.Resolve, house.Time);
            if (!await ProbeAsync(context, words, central, destination, ct)) return 1;
            if (await ChosenAsync(house, destination, given.GetValue(number), officer, ct) is not { } row) throw new CommandException(1, words["try.none", wanted]);
            await ShowAsync(context, words, house, destination, row, ct);
            // Whoever has the card may be typing it at this moment: chosen by itself it is not sent.
            if (await GivenCards.TellAsync(context, words, house, row.Number, ct) && given.GetValue(number) is null) throw new CommandException(2, words["try.card", wanted, row.Number]);
            if (given.GetValue(yes)) return await SendAsync(context, words, house, central, row, officer, ct);
            context.Out.WriteLine(words["try.next", wanted, row.Number]);
            return 0;
        });
        return command;
    }

    private static async Task<bool> ProbeAsync(CommandContext context, WordList words, CentralClient central, Destination destination, CancellationToken ct)
    {
        context.Out.WriteLine($"GET {CentralClient.AddressOf(destination, "masters")}");
        var answer = await central.ProbeAsync(destination, ct);
        context.Out.WriteLine($"  HTTP {(object?)answer.Status ?? "-"}  {answer.Excerpt}");
        if (answer.Status is >= 200 and < 300) return true;
        context.Error.WriteLine(words["doctor.not-reached", destination.Key, (object?)answer.Status ?? Wire.Name(answer.Kind), destination.BaseUrl]);
        return false;
    }

    private static async Task<ComplaintRow?> ChosenAsync(House house, Destination destination, string? typed, Officer officer, CancellationToken ct)
    {
        var row = typed is not null
            ? await ComplaintsCommand.FindAsync(house, typed, ct)
            : (await house.Ledger.ListAsync(new ComplaintQuery { States = [ComplaintState.Queued], Destination = destination.Key, HidesSupervised = !officer.IsPenelaah, Limit = 1 }, ct)).FirstOrDefault();
        return row is { State: ComplaintState.Queued } && row.Destination == destination.Key && await house.MaySeeAsync(row, officer, ct) ? row : null;
    }

    // Exactly what leaves, but for the values of headers, which are secrets, and the numbers that the upload is going to give.
    private static async Task ShowAsync(CommandContext context, WordList words, House house, Destination destination, ComplaintRow row, CancellationToken ct)
    {
        var masked = house.Reader.Masked(row, await house.Reader.ReporterAsync(house.Ledger, row, ct));
        var ready = await house.Preparation.ReadyAsync(row, masked, destination, ct);
        if (ready.Going.Count > 0) context.Out.WriteLine($"POST {CentralClient.AddressOf(destination, "upload")}  {words["try.files", ready.Going.Count]}");
        context.Out.WriteLine($"POST {CentralClient.AddressOf(destination, "create")}");
        foreach (var name in destination.Headers.Keys) context.Out.WriteLine($"{name}: ***");
        var submission = SubmissionBuilder.Build(masked, house.Registry.Current.Agency(row.Agency), ready.Files, destination);
        context.Out.WriteLine(submission.Fields.ToJsonString(new JsonSerializerOptions(ContractJson.Indented)));
    }

    private static async Task<int> SendAsync(CommandContext context, WordList words, House house, CentralClient central, ComplaintRow row, Officer officer, CancellationToken ct)
    {
        var journaled = new JournaledCentral(central, house.Journal, house.Ledger, house.Time, house.Logs.CreateLogger<JournaledCentral>());
        var forwarder = house.ForwarderTo(journaled);
        var result = await forwarder.TryAsync(row.Number, $"try: {officer.Name}", ct);
        if (result.Verdict != ForwardVerdict.Forwarded) throw new CommandException(1, words["try.not-sent", row.Number, Wire.Name(result.Verdict)]);
        foreach (var attempt in await house.Reader.AttemptsAsync(house.Ledger, row, ct))
            context.Out.WriteLine($"{AttemptLines.What(attempt, words)}  HTTP {(object?)attempt.Status ?? "-"}  {attempt.Excerpt}");
        var after = (await house.Ledger.FindAsync(row.Number, ct))!;
        context.Out.WriteLine(ComplaintsCommand.Line(after, words));
        context.Out.WriteLine(words[after.State == ComplaintState.Delivered ? "try.look" : "try.mend", row.Destination, TrackingNumber.Marker(row.Number)]);
        return after.State == ComplaintState.Delivered ? 0 : 1;
    }
}
