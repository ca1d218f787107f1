namespace Gateway.Core.Intake;

/// <summary>Telling words of somebody, and under which names the ledger has them in the same minute.</summary>
/// <param name="Telling">The words.</param>
/// <param name="By">Keyed senders; empty when nobody is known to have said them.</param>
/// <param name="Weight">How much they prove.</param>
internal sealed record SaidBefore(string Telling, IReadOnlyList<string> By, int Weight);
