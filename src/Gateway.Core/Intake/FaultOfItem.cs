using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Core.Intake;

/// <summary>
/// Tells a fault in reading one item, which a person must look at, from a part of the house that is down, which is tried again: ledger,
/// disk and keys have exceptions of their own.
/// </summary>
internal static class FaultOfItem
{
    // Of the operations that are not valid only those count that the item's own parts were asked for, such as the first of none. A connection
    // that is closed or a pool that is used up throws the same type, and the item would be left to a person for what the next try mends.
    public static bool Is(Exception fault) => fault is FormatException or ArgumentException or ArithmeticException or IndexOutOfRangeException
        or KeyNotFoundException or NullReferenceException or InvalidCastException or NotSupportedException or InvalidDataException
        or RegexMatchTimeoutException or JsonException or InsufficientExecutionStackException
        or InvalidOperationException { Source: "System.Linq" or "System.Text.Json" };
}
