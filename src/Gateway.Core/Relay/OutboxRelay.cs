using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Messages;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Relay;

/// <summary>
/// Publishes a wake-up for each complaint that waits, fairly per agency, never more than a window per destination and none for a paused
/// one (Outbox). The ledger is the truth: a lost wake-up is published again, a doubled one finds nothing to claim.
/// </summary>
public sealed class OutboxRelay(
    ILedger ledger, IBroker broker, ComplaintReader reader, IRegistrySource registry, ForwardingOptions options,
    IIdentifiers identifiers, ICrashPoints crash, TimeProvider time)
{
    // What tells of danger to life is published although the window is full.
    private const int UrgentRoom = 16;

    /// <summary>Publishes what waits.</summary>
    /// <returns>How many were confirmed.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        if (!broker.IsConnected) return 0;
        var confirmed = 0;
        foreach (var destination in registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            if (await ledger.DestinationAsync(destination.Key, ct) is not { State: DestinationState.Open }) continue;
            var room = options.Window - await ledger.PublishedUnclaimedAsync(destination.Key, ct);
            var waiting = await ledger.UnpublishedAsync(destination.Key, time.GetUtcNow(), Math.Max(room, UrgentRoom), ct);
            var rows = waiting.Where((row, i) => i < room || row.Danger is not null).ToList();
            if (rows.Count > 0) confirmed += await PublishAsync(rows, ct);
        }

        return confirmed;
    }

    private async Task<int> PublishAsync(IReadOnlyList<ComplaintRow> rows, CancellationToken ct)
    {
        var messages = new List<Task<bool>>(rows.Count);
        foreach (var row in rows) messages.Add(await PrepareAsync(row, ct) is { } message ? PublishAsync(message, ct) : Task.FromResult(false));
        // All confirms are in flight together; one by one would be some sixty a second.
        var results = await Task.WhenAll(messages);
        crash.Reach(CrashPoint.Published);
        var published = rows.Where((_, i) => results[i]).Select(row => (row.Number, row.Version)).ToList();
        if (published.Count > 0) await ledger.MarkPublishedAsync(published, time.GetUtcNow(), ct);
        return published.Count;
    }

    private async Task<bool> PublishAsync(ComplaintRecorded message, CancellationToken ct)
    {
        crash.Reach(CrashPoint.BeforePublish);
        try
        {
            await broker.PublishAsync(message, ct);
            return true;
        }
        catch (BrokerUnavailableException)
        {
            return false;
        }
    }

    // A row that cannot be opened must not stop the others: it goes to a person.
    private async Task<ComplaintRecorded?> PrepareAsync(ComplaintRow row, CancellationToken ct)
    {
        try
        {
            return await MessageAsync(row, ct);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            await ledger.MoveAsync(
                new Move
                {
                    Id = identifiers.NewId(),
                    Number = row.Number,
                    From = row.State,
                    To = ComplaintState.Held,
                    Version = row.Version,
                    By = ActorKind.Rule,
                    Actor = "relay",
                    Reasons = [new Reason("cannot-be-opened", unreadable.GetType().Name)],
                    At = time.GetUtcNow(),
                },
                ct);
            return null;
        }
    }

    private async Task<ComplaintRecorded> MessageAsync(ComplaintRow row, CancellationToken ct)
    {
        var reporter = await reader.ReporterAsync(ledger, row, ct);
        var complaint = reader.Masked(row, reporter);
        return new ComplaintRecorded
        {
            Number = row.Number,
            Destination = row.Destination,
            Complaint = row.Supervised ? Hidden(complaint) : complaint,
            Published = time.GetUtcNow(),
        };
    }

    // Whoever listens at the queue may belong to the office it accuses.
    private static Complaint Hidden(Complaint complaint) => complaint with
    {
        Judul = Masking.Blot,
        Isi = Masking.Blot,
        Lokasi = null,
        InstansiTujuan = null,
        Kategori = null,
        Derived = new Dictionary<string, string>(),
    };
}
