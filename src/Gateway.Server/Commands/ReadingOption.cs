using System.CommandLine;
using Gateway.Core.Forwarding;
using Gateway.Core.Operations;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>How the verbs that take a number of the centre let a person insist on it, and tell what was read there.</summary>
internal static class ReadingOption
{
    public static Option<bool> Build() => new("--unverified") { Description = "Ambil kata petugas walau teks di pusat tanpa penanda, nomornya tidak ada di sana, atau tujuan dijeda; dicatat / Take the officer's word although the text there bears no marker, the number is not there, or the destination is paused; this is recorded" };

    /// <summary>Tells what was read, below what came of the act.</summary>
    /// <returns>The exit code it was given.</returns>
    public static int Tell(CommandContext context, WordList words, string subject, OperationResult result, int exit)
    {
        if (result.Done) foreach (var reason in result.Reasons) context.Out.WriteLine($"{subject}: {words.Of(reason)}");
        else TellWhy(context, words, result);
        if (result.Code == ReadingTurns.Paused) context.Error.WriteLine("  " + words["op.paused-anyway"]);
        return exit;
    }

    /// <summary>Tells that nothing was read, and why.</summary>
    public static void Refuse(CommandContext context, WordList words, string subject, OperationResult refused)
    {
        Verb.Tell(context, words, subject, refused);
        TellWhy(context, words, refused);
    }

    private static void TellWhy(CommandContext context, WordList words, OperationResult refused)
    {
        foreach (var reason in refused.Reasons) context.Error.WriteLine("  - " + words.Of(reason));
    }
}
