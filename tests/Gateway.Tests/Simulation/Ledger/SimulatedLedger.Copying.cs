using System.Collections;
using System.Reflection;

namespace Gateway.Tests.Simulation.Ledger;

// A backup: the same ledger once more, as it is now.
internal sealed partial class SimulatedLedger
{
    // Rows are never changed in place, lists and tables are: those are copied, whichever there are.
    public SimulatedLedger Copy()
    {
        var copy = new SimulatedLedger(fault);
        foreach (var field in typeof(SimulatedLedger).GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            if (field.Name != nameof(gate)) field.SetValue(copy, Copied(field.GetValue(this)));
        return copy;
    }

    private static object? Copied(object? value)
    {
        if (value is not IEnumerable || value.GetType() is not { IsGenericType: true, Namespace: "System.Collections.Generic" } type) return value;
        var comparer = type.GetProperty("Comparer")?.GetValue(value);
        var copy = Activator.CreateInstance(type, comparer is null ? [value] : [value, comparer])!;
        if (copy is not IDictionary table) return copy;
        foreach (var key in table.Keys.Cast<object>().ToList()) table[key] = Copied(table[key]);
        return copy;
    }
}
