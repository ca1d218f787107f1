namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// A call that left Core and waits for the schedule to let it happen. Its effect and its answer are two moments: between them the
/// answer can get lost, come late, or find the caller dead.
/// </summary>
internal abstract class PendingCall(Node node, Actor actor, Seam seam, string name, DateTimeOffset made)
{
    public Node Node => node;

    public Actor Actor => actor;

    public Seam Seam => seam;

    public string Name => name;

    public DateTimeOffset Made => made;

    /// <summary>Frozen until then.</summary>
    public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;

    /// <summary>The effect happened; only the answer is missing.</summary>
    public bool IsDone { get; protected set; }

    /// <summary>Its caller was told that it failed, or is dead: whatever happens still is nobody's doing any more.</summary>
    public bool IsOrphaned { get; set; }

    /// <summary>It failed while its node was stopped, which hears of it when it goes on.</summary>
    public bool FailsLater { get; set; }

    /// <summary>How its effect is to happen, for a seam with more ways than one. Empty: as it should.</summary>
    public string Way { get; set; } = "";

    /// <summary>Lets the effect happen.</summary>
    public abstract void Happen();

    /// <summary>Tells the caller what happened. Core goes on inside this call, up to its next seam.</summary>
    public abstract void Answer();

    /// <summary>The caller gets an exception instead.</summary>
    public abstract void Fail(Exception error);
}
