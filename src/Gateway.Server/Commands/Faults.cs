using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>What the ledger, the journal or a source refused, in the words of who reads it; in the words of the log where there are no others.</summary>
internal static class Faults
{
    /// <summary>A fault that names itself.</summary>
    public static string Told(Exception fault, WordList words) => fault switch
    {
        LedgerUnavailableException { Code: { } code } ledger => words["fault." + code, [.. ledger.Values]],
        JournalUnavailableException { Code: { } code } journal => words["fault." + code, [.. journal.Values]],
        IntakeRefusedException { Code: { } code } intake => words["fault." + code, [.. intake.Values]],
        SourceUnavailableException { Code: { } code } source => words["finding." + code, [.. source.Values]],
        _ => fault.Message,
    };
}
