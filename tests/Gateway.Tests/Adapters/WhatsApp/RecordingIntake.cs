using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Writes down what a source hands over; refuses or fails when told to.</summary>
internal sealed class RecordingIntake : IIntake
{
    public List<string> Log { get; } = [];

    /// <summary>Asked before each item; what it returns is thrown.</summary>
    public Func<RawItem, Exception?> Failure { get; set; } = _ => null;

    public Task<string> OpenRoundAsync(string channel, string origin, CancellationToken ct)
    {
        Log.Add($"open {channel} {origin}");
        return Task.FromResult("r");
    }

    public Task CloseRoundAsync(string round, CancellationToken ct)
    {
        Log.Add("close");
        return Task.CompletedTask;
    }

    public Task<string> AcceptAsync(string channel, string? round, RawItem raw, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        if (Failure(raw) is { } failure) return Task.FromException<string>(failure);
        Log.Add("accept " + raw.File);
        return Task.FromResult("a");
    }

    public Task PassOverAsync(string channel, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct) =>
        throw new NotSupportedException("A watched folder passes nothing over.");
}
