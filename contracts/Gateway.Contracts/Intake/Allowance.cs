namespace Gateway.Contracts.Intake;

/// <summary>
/// How much the items made of one arrival may still be given of what its bytes hold once and name often: a picture of 30 MB that 60
/// messages name, a page for which the mark "sda" stands in each row below it. Counted in the order of the source, so that each look
/// gives the same.
/// </summary>
public sealed class Allowance(long most)
{
    private long _left = most;

    /// <summary>False when so much is not left; nothing is taken then.</summary>
    public bool Take(long amount)
    {
        if (amount > _left) return false;
        _left -= amount;
        return true;
    }
}
