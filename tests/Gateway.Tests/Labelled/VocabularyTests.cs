using Gateway.Core.Gates;

namespace Gateway.Tests.Labelled;

/// <summary>Words that no rule has are left out of sight; that must hide no expression from any rule.</summary>
internal sealed class VocabularyTests
{
    [TestCase("berkadar.tsv")]
    [TestCase("danger.tsv")]
    [TestCase("matters.tsv")]
    public void HidesNoExpression(string file)
    {
        var rows = RuleFile.Read(file);
        var same = RuleFile.Same(rows);
        var vocabulary = new Vocabulary(rows.Where(row => row.Kind != "same").Select(row => row.Words), same);
        var lists = rows.Where(row => row.Kind is not ("same" or "kin")).GroupBy(row => (row.Kind, row.Kind == "topic" ? row.Name : "")).Select(group => new PhraseList(group.Select(row => row.Words))).ToList();
        var found = 0;
        foreach (var text in Texts())
        {
            var (whole, known) = (RuleWords.Of(text, same), vocabulary.WordsOf(text));
            foreach (var list in lists)
            {
                var wanted = list.In(whole).ToList();
                found += wanted.Count;
                Assert.That(list.In(known).ToList(), Is.EqualTo(wanted), text);
            }
        }

        Assert.That(found, Is.GreaterThan(50));
    }

    // The expressions themselves with any word in their gaps are texts as well.
    private static IEnumerable<string> Texts() =>
        new[] { "berkadar.tsv", "danger.tsv", "matters.tsv", "masking.tsv" }.SelectMany(LabelledTexts.Read).Select(row => row.Text)
            .Concat(new[] { "berkadar.tsv", "danger.tsv", "matters.tsv" }.SelectMany(RuleFile.Read)
                .Select(row => row.Words.Replace("_", "entah 50rb", StringComparison.Ordinal).Replace("[0-9]*", "200", StringComparison.Ordinal).Replace("*", "NYA", StringComparison.Ordinal)))
            .Append(new string('a', 5_000) + " pungli " + new string('7', 200));
}
