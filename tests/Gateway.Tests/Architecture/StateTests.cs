using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Architecture;

/// <summary>Core keeps no static mutable state: a simulation repeats a run exactly, and tests run side by side.</summary>
internal sealed class StateTests
{
    // Read-only by custom: arrays that are private and never written. And what a pure function found already, which changes its speed alone.
    private static readonly string[] Allowed = ["DerivedFields.Months", "WordBook.Known"];

    [Test]
    public void CoreHasNoStaticMutableState() =>
        Assert.That(typeof(Moves).Assembly.GetTypes().SelectMany(Faults).Except(Allowed), Is.Empty);

    [Test]
    public void CanaryReportsEachKindOfMutableState() =>
        Assert.That(Faults(typeof(Untidy)), Is.EquivalentTo(new[] { "Untidy.Counter", "Untidy.Numbers", "Untidy.Kept", "Untidy.Property" }));

    private static IEnumerable<string> Faults(Type type)
    {
        if (type.Name.Contains('<', StringComparison.Ordinal) || type.IsEnum || type.IsDefined(typeof(CompilerGeneratedAttribute))) return [];
        if (type.Namespace is "System.Text.RegularExpressions.Generated") return [];
        return type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsLiteral && !(field.IsInitOnly && IsImmutable(field.FieldType)))
            .Select(field => $"{type.Name}.{(field.Name.Split('<', '>') is ["", var property, ..] ? property : field.Name)}");
    }

    private static bool IsImmutable(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Regex) || typeof(Delegate).IsAssignableFrom(type)) return true;
        if (type.IsArray) return false;
        var name = type.Name;
        if (type.IsInterface && name.StartsWith("IReadOnly", StringComparison.Ordinal)) return true;
        if (name.StartsWith("Frozen", StringComparison.Ordinal) || name.StartsWith("Immutable", StringComparison.Ordinal)) return true;
        if (type.Namespace is "System" or "System.Buffers") return type.IsValueType || name.StartsWith("SearchValues", StringComparison.Ordinal);
        return type.Namespace?.StartsWith("Gateway.", StringComparison.Ordinal) == true
            && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => field.IsInitOnly);
    }

    private static class Untidy
    {
        public static readonly Regex Fine = new("x");
        public static readonly IReadOnlyList<int> FineToo = [1];
        public static readonly List<int> Kept = [];
        public static readonly int[] Numbers = [1];
        public static int Counter = 1;

        public static string Property { get; set; } = "";
    }
}
