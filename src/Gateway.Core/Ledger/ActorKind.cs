namespace Gateway.Core.Ledger;

/// <summary>What kind of actor moves a complaint.</summary>
public enum ActorKind
{
    /// <summary>A gate or another rule.</summary>
    Rule,

    /// <summary>A worker of the gateway: forwarder, lease reaper.</summary>
    Worker,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>Evidence from the centre itself, such as a late answer that carries the id.</summary>
    Proof,

    /// <summary>The restore of a backup, and the settling of what it left in doubt.</summary>
    Restore,
}
