namespace Gateway.Contracts.Intake;

/// <summary>Collects the items of a receipt, for what has few parts: a mail, a post.</summary>
public static class WholeReceipts
{
    /// <inheritdoc cref="IIntake.AcceptAsync"/>
    public static async Task<Receipt> AcceptAsync(this IIntake intake, string channel, string? round, RawItem raw, CancellationToken ct)
    {
        var items = new List<ItemReceipt>();
        var arrival = await intake.AcceptAsync(channel, round, raw, items.Add, ct);
        return new Receipt(arrival, items);
    }
}
