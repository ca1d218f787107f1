namespace Gateway.Tests.Endurance;

/// <summary>
/// The books laid beside each other when all is at rest: what the sources were told, what the ledger says, what the centre holds. The one
/// place that says what lost, doubled and accounted for mean.
/// </summary>
/// <param name="Handed">What the sources handed over.</param>
/// <param name="Ledger">Every complaint of the ledger.</param>
/// <param name="Book">Every complaint in the book of the centre.</param>
/// <param name="Unknown">The numbers that <c>unknown list</c> shows to an officer.</param>
internal sealed record Reckoning(
    IReadOnlyCollection<HandedOver> Handed, IReadOnlyList<LedgerLine> Ledger, IReadOnlyList<BookLine> Book, IReadOnlyCollection<string> Unknown)
{
    /// <summary>How often the process was killed or a part was cut; for the line of figures alone.</summary>
    public int Cycles { get; init; }

    /// <summary>States besides Delivered and Unknown in which a complaint may rest without being at the centre.</summary>
    public IReadOnlyCollection<string> MayRest { get; init; } = [];

    public int Receipts => Handed.Count(one => one.Receipt is not null);

    public int Delivered => Ledger.Count(line => line.State == "delivered");

    /// <summary>Unknown and there once; the rest of the unknown is not there.</summary>
    public int UnknownInBook => Book.Select(line => line.Number).Intersect(Ledger.Where(line => line.State == "unknown").Select(line => line.Number)).Count();

    /// <summary>A receipt or a source that keeps, without a complaint; and what is called delivered but is not there.</summary>
    public IReadOnlyList<string> Lost()
    {
        var numbers = Ledger.Select(line => line.Number).ToHashSet(StringComparer.Ordinal);
        var known = Ledger.Select(line => line.Nth).ToHashSet();
        var book = Book.Select(line => (line.Number, (long?)line.Id)).ToHashSet();
        return
        [
            .. Handed.Where(one => one.Receipt is { } told && !numbers.Contains(told)).Select(one => $"{one.Receipt} (nomor {one.Nth}) was promised and is not in the ledger"),
            .. Handed.Where(one => one.IsKept && !known.Contains(one.Nth)).Select(one => $"nomor {one.Nth} is kept by its source and is not in the ledger"),
            .. Ledger.Where(line => line.State == "delivered" && !book.Contains((line.Number, line.CentralId)))
                .Select(line => $"{line.Number} is delivered under {line.CentralId} and not in the book under it"),
        ];
    }

    /// <summary>The same words twice, in the ledger or at the centre.</summary>
    public IReadOnlyList<string> Doubled() =>
    [
        .. Book.GroupBy(line => line.Number).Where(same => same.Count() > 1).Select(same => $"{same.Key} is in the book {same.Count()} times"),
        .. Book.GroupBy(line => line.Nth).Where(same => same.Select(line => line.Number).Distinct().Count() > 1)
            .Select(same => $"nomor {same.Key} is in the book as {string.Join(", ", same.Select(line => line.Number))}"),
        .. Ledger.GroupBy(line => line.Nth).Where(same => same.Count() > 1)
            .Select(same => $"nomor {same.Key} is in the ledger as {string.Join(", ", same.Select(line => line.Number))}"),
    ];

    /// <summary>What is neither lost nor doubled and yet does not add up.</summary>
    public IReadOnlyList<string> Unaccounted()
    {
        var rows = Ledger.ToDictionary(line => line.Number);
        var handed = Handed.ToDictionary(one => one.Nth);
        var book = Book.Select(line => line.Number).ToHashSet();
        return
        [
            .. Ledger.Where(line => line.State is not ("delivered" or "unknown") && !MayRest.Contains(line.State)).Select(line => $"{line.Number} rests in {line.State}"),
            .. Ledger.Where(line => MayRest.Contains(line.State) && book.Contains(line.Number)).Select(line => $"{line.Number} is {line.State} and in the book"),
            .. Ledger.Where(line => line.Nth is not { } nth || !handed.ContainsKey(nth)).Select(line => $"{line.Number} was handed over by nobody"),
            .. Ledger.Where(line => line.Nth is { } nth && handed.GetValueOrDefault(nth)?.Receipt is { } told && told != line.Number)
                .Select(line => $"{line.Number} is nomor {line.Nth}, whose source was told another number"),
            .. Book.Where(line => line.Number is null || !rows.TryGetValue(line.Number, out var row) || row.Nth != line.Nth)
                .Select(line => $"{line.Id} in the book bears {line.Number} and nomor {line.Nth}, and the ledger has no such complaint"),
            .. Ledger.Where(line => line.State == "unknown").Select(line => line.Number).Except(Unknown).Select(number => $"{number} is unknown and no officer sees it"),
        ];
    }

    public override string ToString() =>
        $"{Cycles} cycles, {Handed.Count} handed over, {Receipts} receipts, {Ledger.Count} in the ledger, {Delivered} delivered, "
        + $"{Unknown.Count} unknown ({UnknownInBook} at the centre, {Unknown.Count - UnknownInBook} not), {Doubled().Count} doubled, {Lost().Count} lost";
}
