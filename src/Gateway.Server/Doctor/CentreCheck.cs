using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>The destinations: their state, and what the centre says to one read.</summary>
internal static class CentreCheck
{
    /// <summary>More than an answer may take on a slow line; less than what puts a deadline on another day.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(2);

    /// <summary>A wait that nobody notices; what is longer somebody asks about.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public static async Task RunAsync(House house, Findings findings, CancellationToken ct)
    {
        using var central = new CentralClient(Secrets.Resolve, house.Time);
        foreach (var destination in house.Registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            var row = await house.Ledger.DestinationAsync(destination.Key, ct);
            var reasons = string.Join("; ", row?.Reasons.Select(findings.Words.Of) ?? []);
            var state = findings.Words["destination." + Wire.Name(row?.State ?? DestinationState.New)];
            findings.Add(row?.State == DestinationState.Open, "doctor.destination", destination.Key, $"{state} {reasons}".TrimEnd());
            if (row is not null && DestinationRules.Believable(row, destination, house.Time.GetUtcNow()).NotBefore is { } until && until > house.Time.GetUtcNow() + LongWait) findings.Wrong("doctor.waits-long", destination.Key, ComplaintPage.Moment(until)!);
            var missing = HeaderSecrets.MissingOf(destination);
            foreach (var (header, reference) in missing) findings.Wrong("doctor.no-secret", destination.Key, header, reference);
            if (missing.Count > 0) continue;
            var answer = await central.ProbeAsync(destination, ct);
            Tell(destination, answer, house.Time, findings);
            if (answer is { Status: >= 200 and < 300, Readable: true }) await RoutesAsync(house, central, destination, findings, ct);
        }
    }

    // That its lists can be read says nothing of the routes by which complaints go.
    private static async Task RoutesAsync(House house, CentralClient central, Destination destination, Findings findings, CancellationToken ct)
    {
        foreach (var call in new[] { "create", "upload" })
        {
            var answer = await central.ProbeRouteAsync(destination, call, ct);
            if (answer.Status is not (404 or 410)) continue;
            // Some say so to a GET of a route that takes only POST. Where complaints went lately, it proves nothing.
            var now = house.Time.GetUtcNow();
            var delivers = (await house.Ledger.BacklogAsync(destination.Key, now, now - Lately, ct)).Calls.Any(sent => sent.Delivers);
            var asked = CentralClient.AddressOf(destination, call);
            if (delivers) findings.Beware("doctor.hidden-route", findings.Words["doctor.hidden-route", destination.Key, answer.Status, asked]);
            else findings.Wrong("doctor.no-route", destination.Key, answer.Status, asked);
        }
    }

    private static void Tell(Destination destination, CentralAnswer answer, TimeProvider time, Findings findings)
    {
        var asked = CentralClient.AddressOf(destination, "masters")?.ToString() ?? destination.BaseUrl;
        if (answer.Status is not { } status)
        {
            findings.Wrong("doctor.not-reached", destination.Key, asked, answer.Excerpt);
            return;
        }

        switch (status)
        {
            case >= 200 and < 300 when answer.Readable: findings.Good("doctor.reached", destination.Key, status); break;
            case >= 200 and < 400: findings.Wrong("doctor.not-the-centre", destination.Key, status, asked); break;
            case 401 or 403 when destination.Headers.Count == 0: findings.Wrong("doctor.token-missing", destination.Key, status); break;
            case 401 or 403: findings.Wrong("doctor.token-refused", destination.Key, status, string.Join(", ", destination.Headers.Keys)); break;
            case 404 or 405 or 410: findings.Wrong("doctor.no-route", destination.Key, status, asked); break;
            default: findings.Wrong("doctor.centre-ill", destination.Key, status, answer.Excerpt); break;
        }

        if (answer.Date is { } there && (time.GetUtcNow() - there).Duration() is var skew && skew > MostSkew)
            findings.Wrong("doctor.clock", destination.Key, ComplaintPage.Moment(time.GetUtcNow())!, ComplaintPage.Moment(there)!);
    }
}
