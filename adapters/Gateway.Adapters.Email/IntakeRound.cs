using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>The round of one look, opened only when something is there to take, so that an idle mailbox leaves no trace.</summary>
internal sealed class IntakeRound(IIntake intake, string channel, string origin, Carriers carriers)
{
    private string? round;

    public async Task AcceptAsync(RawItem raw, CancellationToken ct)
    {
        // First what the mail carries: a crash in between finds the mail untaken, and the files again are repeats.
        var carried = carriers.In(raw);
        var isHandedOver = carried.Count > 0;
        foreach (var item in carried) isHandedOver &= await HandOverAsync(item, ct);
        if (isHandedOver) raw = raw with { Evidence = new Dictionary<string, string>(raw.Evidence) { [Carriers.Evidence] = carried[0].Channel } };
        round ??= await intake.OpenRoundAsync(channel, origin, ct);
        await intake.AcceptAsync(channel, round, raw, static _ => { }, ct);
    }

    // A file is a round of its own: a register of many complaints is one batch.
    private async Task<bool> HandOverAsync(CarriedItem item, CancellationToken ct)
    {
        var own = await intake.OpenRoundAsync(item.Channel, "mail", ct);
        try
        {
            await intake.AcceptAsync(item.Channel, own, item.Raw, static _ => { }, ct);
            return true;
        }
        catch (IntakeRefusedException)
        {
            // The channel named in the list is gone, or nothing is taken at all: then the mail itself is refused next, else held.
            return false;
        }
        finally
        {
            await intake.CloseRoundAsync(own, CancellationToken.None);
        }
    }

    /// <summary>Closes it if it was opened. Complaints wait for this, so neither a fault nor a shutdown skips it.</summary>
    public Task CloseAsync() => round is null ? Task.CompletedTask : intake.CloseRoundAsync(round, CancellationToken.None);
}
