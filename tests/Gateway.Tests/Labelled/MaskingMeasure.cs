using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Core.Identity;

namespace Gateway.Tests.Labelled;

/// <summary>How much of what points to a person is blotted, and how many other words are, on labelled texts.</summary>
internal sealed partial class MaskingMeasure
{
    private static readonly Dictionary<string, double> LeastRecall = new() { ["nik"] = 0.99, ["phone"] = 0.99, ["account"] = 0.99, ["email"] = 0.99, ["address"] = 0.9 };

    [Test]
    public void BlotsThePersonAndLittleElse()
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var all = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var faults = new StringBuilder();
        var (words, wrong) = (0, 0);
        foreach (var (address, text) in LabelledTexts.Read("masking.tsv"))
        {
            var labelled = text.Replace("\\n", "\n", StringComparison.Ordinal);
            var masked = Masking.Apply(Label().Replace(labelled, "${words}"), address == "x" ? null : new Reporter(Address: address));
            foreach (Match label in Label().Matches(labelled))
            {
                var kind = label.Groups["kind"].Value;
                all[kind] = all.GetValueOrDefault(kind) + 1;
                if (Pieces(kind, label.Groups["words"].Value).Exists(piece => masked.Contains(piece, StringComparison.Ordinal)) || TailStays(label.Groups["words"].Value, masked)) faults.AppendLine(CultureInfo.InvariantCulture, $"{kind} stays: {masked}");
                else found[kind] = found.GetValueOrDefault(kind) + 1;
            }

            var kept = Label().Replace(labelled, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToList();
            var missing = kept.GroupBy(word => word).Where(group => Count(masked, group.Key) < group.Count()).Select(group => group.Key).ToList();
            words += kept.Count;
            wrong += missing.Count;
            if (missing.Count > 0) faults.AppendLine(CultureInfo.InvariantCulture, $"lost {string.Join(' ', missing)}: {masked}");
        }

        foreach (var kind in all.Keys) TestContext.Out.WriteLine($"{kind}: {found.GetValueOrDefault(kind)} of {all[kind]}");
        TestContext.Out.WriteLine($"wrongly blotted: {wrong} of {words} words");

        foreach (var (kind, least) in LeastRecall) Assert.That((double)found.GetValueOrDefault(kind) / all[kind], Is.AtLeast(least), $"{kind}\n{faults}");
        Assert.That((double)wrong / words, Is.LessThanOrEqualTo(0.005), faults.ToString());
    }

    // Two words of an address that stay together point to it still.
    private static List<string> Pieces(string kind, string secret)
    {
        var words = secret.Split(' ');
        return kind == "address" && words.Length > 3 ? [.. Enumerable.Range(0, words.Length - 2).Select(i => string.Join(' ', words[i..(i + 3)]))] : [secret];
    }

    // Half a number is a number still: four digits of it that stay together, or the house number of an address.
    private static bool TailStays(string secret, string masked)
    {
        var digits = Runs().Matches(secret).Select(run => run.Value).Where(run => run.Length >= 4).ToList();
        return digits.Exists(run => masked.Contains(run, StringComparison.Ordinal));
    }

    private static int Count(string text, string word) => Regex.Count(text, $@"(?<![^\s\]])[^\s\w\[]*{Regex.Escape(word)}(?!\w)");

    [GeneratedRegex(@"\{(?<kind>\w+):(?<words>[^}]+)\}")]
    private static partial Regex Label();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Runs();
}
