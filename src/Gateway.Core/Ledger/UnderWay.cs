namespace Gateway.Core.Ledger;

/// <summary>What takes the places of a destination at a moment.</summary>
/// <param name="Complaints">Complaints in Forwarding.</param>
/// <param name="Tasks">Tasks that are worked. A task needs a place that neither of both has, a complaint one that no complaint has.</param>
public sealed record UnderWay(int Complaints, int Tasks);
