using System.CommandLine;
using System.CommandLine.Parsing;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Says in the user's own language why a line was not understood: the wrong word first, what was perhaps meant, then what is missing.</summary>
internal static class UsageFaults
{
    /// <summary>Most letters that may differ between what was typed and what was meant.</summary>
    private const int Slips = 2;

    public static IEnumerable<string> Of(ParseResult parsed, WordList words)
    {
        var faults = Faults(parsed, words).ToList();
        return [.. faults.Count > 0 ? faults : [words["usage.wrong", parsed.Errors[0].Message]], words["usage.help", string.Concat(Path(parsed.CommandResult).Select(verb => verb + " "))]];
    }

    /// <summary>The verbs of a line: <c>complaints</c>, <c>list</c>.</summary>
    public static IReadOnlyList<string> Path(CommandResult? result) =>
        result is null or { Command: RootCommand } ? [] : [.. Path(result.Parent as CommandResult), result.Command.Name];

    private static IEnumerable<string> Faults(ParseResult parsed, WordList words)
    {
        var result = parsed.CommandResult;
        if (parsed.UnmatchedTokens is [var wrong, ..])
        {
            var meant = Meant(wrong, Known(result, wrong.StartsWith('-')));
            yield return words["usage.unknown-word", wrong] + (meant is null ? "" : " " + words["usage.meant", meant]);
            yield break;
        }

        if (result.Command is { Action: null, Subcommands: { Count: > 0 } verbs })
            yield return words["usage.verb", string.Join(", ", verbs.Where(verb => verb.Description != NotYetCommand.Description).Select(verb => verb.Name))];
        foreach (var argument in result.Command.Arguments)
        {
            if ((parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues) yield return words["usage.argument", argument.Name];
        }

        foreach (var option in result.Command.Options)
        {
            if (parsed.GetResult(option) is not { Implicit: false } typed)
            {
                if (option.Required) yield return words["usage.option", option.Name];
            }
            else if (typed.Tokens.Count < option.Arity.MinimumNumberOfValues)
            {
                yield return words["usage.value", option.Name];
            }
        }
    }

    private static IEnumerable<string> Known(CommandResult result, bool isOption)
    {
        if (!isOption) return result.Command.Subcommands.Select(verb => verb.Name);
        var above = result.Parent is CommandResult parent ? Known(parent, isOption) : [];
        return result.Command.Options.Select(option => option.Name).Concat(above);
    }

    private static string? Meant(string typed, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name)))
        .Where(candidate => candidate.Distance <= Slips && candidate.Distance < candidate.Name.Length - 1)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Levenshtein: letters to add, drop or change.
    private static int Distance(string typed, string name)
    {
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= typed.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var change = diagonal + (typed[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[name.Length];
    }
}
