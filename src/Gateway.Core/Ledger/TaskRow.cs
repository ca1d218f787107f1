using System.Globalization;
using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>Something to be done at the centre about a complaint that is there, with a life of its own: it never moves the complaint.</summary>
public sealed record TaskRow
{
    public required string Id { get; init; }

    /// <summary>The complaint at which it is done.</summary>
    public required string Number { get; init; }

    /// <summary>From 1, without a gap within the complaint.</summary>
    public required int Ordinal { get; init; }

    public required TaskKind Kind { get; init; }

    public required TaskState State { get; init; }

    /// <summary>Rises by one with every change.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required string Destination { get; init; }

    /// <summary>Of a follow-up the complaint or the item whose words it posts, of a hand-on the id of the institution.</summary>
    public required string Origin { get; init; }

    /// <summary>Masked words of an item under the complaint's key, purpose <c>task</c>; null where the origin has them itself.</summary>
    public byte[]? Words { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Attempts that count towards exhaustion.</summary>
    public int Attempts { get; init; }

    /// <summary>Claims since the last completed attempt or look.</summary>
    public int Claims { get; init; }

    /// <summary>How many times the centre was looked at since it is in doubt.</summary>
    public int Looks { get; init; }

    /// <summary>Not before; null when only a person brings it on.</summary>
    public DateTimeOffset? Due { get; init; }

    public string? LeaseToken { get; init; }

    public int LeaseBeat { get; init; }

    /// <summary>Since when nobody knows whether the centre has it; null while that is known. In doubt nothing is sent.</summary>
    public DateTimeOffset? DoubtSince { get; init; }

    /// <summary>Institution that had the complaint before a hand-on was tried; null when it is not known.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Id of the complaint at the centre; null while it is not delivered.</summary>
    public string? CentralId { get; init; }

    /// <summary>Its name as people write it: the tracking number, a dot, its place in the complaint.</summary>
    public string Name => NameOf(Number, Ordinal);

    /// <summary>Name of a task.</summary>
    public static string NameOf(string number, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{number}.{ordinal}");

    /// <summary>Reads a name as a person types it.</summary>
    public static bool TryReadName(string? typed, out string number, out int ordinal)
    {
        (number, ordinal) = ("", 0);
        var dot = typed?.LastIndexOf('.') ?? -1;
        if (dot < 0 || !int.TryParse(typed.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal)) return false;
        if (!TrackingNumber.TryRead(typed![..dot], out var read)) return false;
        number = read;
        return true;
    }
}
