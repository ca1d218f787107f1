using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>What stands for an item that no translator could read: quarantined, with a reason and a key of its own.</summary>
internal static class Unparsed
{
    /// <summary>It took the process down; known by its bytes, since its source will offer it again.</summary>
    public static Translation Died(string deadly, int tries) => new()
    {
        Item = "1",
        KeyParts = [deadly],
        Outcome = ItemOutcome.Quarantined,
        Reasons = [new Reason("translator-died", $"{tries}")],
    };

    /// <summary>It cannot be read.</summary>
    public static Translation Unreadable(ArrivalRow arrival, string item, Reason reason) => new()
    {
        Item = item,
        KeyParts = ["arrival", arrival.Id, item],
        Outcome = ItemOutcome.Quarantined,
        Reasons = [reason],
    };
}
