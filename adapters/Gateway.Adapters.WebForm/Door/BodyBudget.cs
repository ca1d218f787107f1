namespace Gateway.Adapters.WebForm.Door;

/// <summary>Bytes of posts that are under way together: senders that stop just before the end must not fill the memory,
/// nor many that are whole and wait for their receipt.</summary>
public sealed class BodyBudget(long most)
{
    private long _taken;

    /// <summary>Asks for room.</summary>
    /// <returns>False when there is no room; then nothing is taken.</returns>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most) return true;
        Give(bytes);
        return false;
    }

    /// <summary>Gives room back.</summary>
    public void Give(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
