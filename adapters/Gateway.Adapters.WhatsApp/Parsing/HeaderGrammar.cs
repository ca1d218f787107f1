using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The one way this export writes its headers. A line that looks almost like a header but follows another grammar is a
/// continuation of the message before it: people paste lines of other chats.
/// </summary>
/// <param name="Shape">Brackets, separators, clock.</param>
/// <param name="Order">Order of day and month.</param>
/// <param name="Ambiguous">A date of the file when nothing in it tells day from month; <see cref="DateOrder.DayMonthYear"/> is taken then because it is Indonesia's. Null when the order is known.</param>
/// <param name="Certainty">Share of the header-like lines that follow <see cref="Shape"/>, 0 to 1.</param>
internal sealed record HeaderGrammar(HeaderShape Shape, DateOrder Order, string? Ambiguous, double Certainty)
{
    /// <summary>True when the line is a header; gives its moment and where its body begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<char> line, out DateTime at, out int bodyStart)
    {
        at = default;
        bodyStart = 0;
        if (!HeaderScanner.TryRead(line, out var candidate) || candidate.Shape != Shape || !candidate.TryAt(Order, out at)) return false;
        bodyStart = candidate.BodyStart;
        return true;
    }
}
