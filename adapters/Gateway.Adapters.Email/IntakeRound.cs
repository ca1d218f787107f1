using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>The round of one look, opened only when something is there to take, so that an idle mailbox leaves no trace.</summary>
internal sealed class IntakeRound(IIntake intake, string channel, string origin)
{
    private string? round;

    public async Task AcceptAsync(RawItem raw, CancellationToken ct)
    {
        round ??= await intake.OpenRoundAsync(channel, origin, ct);
        await intake.AcceptAsync(channel, round, raw, static _ => { }, ct);
    }

    /// <summary>Closes it if it was opened. Complaints wait for this, so neither a fault nor a shutdown skips it.</summary>
    public Task CloseAsync() => round is null ? Task.CompletedTask : intake.CloseRoundAsync(round, CancellationToken.None);
}
