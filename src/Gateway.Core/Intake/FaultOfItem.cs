using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Core.Intake;

/// <summary>
/// Tells a fault in reading one item, which a person must look at, from a part of the house that is down, which is tried again: ledger,
/// disk and keys have exceptions of their own.
/// </summary>
internal static class FaultOfItem
{
    public static bool Is(Exception fault) => fault is FormatException or ArgumentException or ArithmeticException or IndexOutOfRangeException
        or KeyNotFoundException or NullReferenceException or InvalidCastException or NotSupportedException or InvalidDataException
        or RegexMatchTimeoutException or JsonException or InsufficientExecutionStackException
        or (InvalidOperationException and not ObjectDisposedException);
}
