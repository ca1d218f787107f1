using Gateway.Infrastructure.Journal;

namespace Gateway.Server.Composition;

/// <summary>What a backup says of itself: by it a restore knows that it is whole, and from where on the journal counts.</summary>
/// <param name="Format">1.</param>
/// <param name="Made">When it was begun; what came later is not in it.</param>
/// <param name="Gateway">Version of the program that made it.</param>
/// <param name="LedgerId">Id of the ledger, by which its journal is known.</param>
/// <param name="Sha256">Of the copied ledger, hex.</param>
/// <param name="Complaints">How many it holds.</param>
/// <param name="Items">How many it holds.</param>
/// <param name="Events">How many it holds.</param>
/// <param name="Payloads">The files beside it: name to SHA-256, hex.</param>
/// <param name="PayloadBytes">Their length in bytes.</param>
/// <param name="Journal">How far the delivery journal went; null when there was none.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset Made, string Gateway, string LedgerId, string Sha256, long Complaints, long Items, long Events, IReadOnlyDictionary<string, string> Payloads, long PayloadBytes, JournalPosition? Journal)
{
    /// <summary>Name of the file; written last, so that a backup without it is none.</summary>
    public const string FileName = "backup.json";
}
