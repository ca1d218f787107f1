using System.CommandLine;
using Gateway.Core.Operations;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>How the verbs that take a number of the centre let a person insist on it, and tell what was read there.</summary>
internal static class ReadingOption
{
    public static Option<bool> Build() => new("--unverified") { Description = "Ambil kata petugas walau teks di pusat tanpa penanda atau nomornya tidak ada di sana; dicatat / Take the officer's word although the text there bears no marker, or the number is not there; this is recorded" };

    /// <summary>Tells what was read, below what came of the act.</summary>
    /// <returns>The exit code it was given.</returns>
    public static int Tell(CommandContext context, WordList words, string subject, OperationResult result, int exit)
    {
        if (result.Done) foreach (var reason in result.Reasons) context.Out.WriteLine($"{subject}: {words.Of(reason)}");
        return exit;
    }
}
