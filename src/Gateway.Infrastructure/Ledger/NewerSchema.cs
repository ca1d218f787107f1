using DbUp.Engine;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// What a newer version may do to the schema. It may add, and nodes of the older version go on; a migration with which they could not work
/// says so in its name, <c>0042_name.breaking.sql</c>, and they refuse to start on it.
/// </summary>
internal static class NewerSchema
{
    private const string Breaking = ".breaking.sql";

    /// <exception cref="LedgerUnavailableException">The schema has become one that this version does not understand.</exception>
    public static void Check(UpgradeEngine engine)
    {
        var known = engine.GetDiscoveredScripts().Select(script => script.Name);
        if (engine.GetExecutedScripts().Except(known).FirstOrDefault(name => name.EndsWith(Breaking, StringComparison.Ordinal)) is not { } newer) return;
        throw new LedgerUnavailableException($"A newer version has changed the ledger so that this one cannot work on it (migration '{newer}'). Update this node.") { Code = "newer", Values = [newer] };
    }
}
