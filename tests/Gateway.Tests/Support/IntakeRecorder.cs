using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Support;

/// <summary>An intake that keeps in memory what sources hand over: enough to see what a source does, with faults on demand.</summary>
internal sealed class IntakeRecorder : IIntake
{
    private readonly List<(RawItem Raw, string? Round, byte[] Bytes)> accepted = [];

    public IReadOnlyList<(RawItem Raw, string? Round, byte[] Bytes)> Accepted => accepted;

    public List<PassedOver> Passed { get; } = [];

    /// <summary>How many items each call of PassOver brought.</summary>
    public List<int> PassedAtOnce { get; } = [];

    public List<string> OpenRounds { get; } = [];

    public List<string> ClosedRounds { get; } = [];

    /// <summary>Called before an item is taken; whatever it throws is what the gateway throws.</summary>
    public Action<RawItem> OnAccept { get; set; } = _ => { };

    public Task<string> OpenRoundAsync(string channel, string origin, CancellationToken ct)
    {
        OpenRounds.Add(origin + (OpenRounds.Count + ClosedRounds.Count).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(OpenRounds[^1]);
    }

    public Task CloseRoundAsync(string round, CancellationToken ct)
    {
        OpenRounds.Remove(round);
        ClosedRounds.Add(round);
        return Task.CompletedTask;
    }

    public Task<string> AcceptAsync(string channel, string? round, RawItem raw, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        OnAccept(raw);
        using var stream = raw.Content.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        accepted.Add((raw, round, copy.ToArray()));
        return Task.FromResult("A" + accepted.Count.ToString(CultureInfo.InvariantCulture));
    }

    public Task PassOverAsync(string channel, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct)
    {
        Passed.AddRange(items);
        PassedAtOnce.Add(items.Count);
        return Task.CompletedTask;
    }
}
