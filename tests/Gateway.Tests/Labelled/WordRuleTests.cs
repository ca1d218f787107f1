using Gateway.Core.Gates;

namespace Gateway.Tests.Labelled;

/// <summary>How well the word rules tell what they are for, on labelled texts with look-alikes.</summary>
internal sealed class WordRuleTests
{
    [TestCase("berkadar.tsv", 60)]
    [TestCase("danger.tsv", 30)]
    public void TellWhatTheyAreForFromWhatLooksLikeIt(string file, int atLeast)
    {
        Func<string, string?> rules = file == "berkadar.tsv" ? Berkadar.Hit : Danger.Hit;
        var texts = LabelledTexts.Read(file);
        var missed = texts.Where(text => text.Label == "yes" && rules(text.Text) is null).ToList();
        var wrong = texts.Where(text => text.Label == "no" && rules(text.Text) is not null).Select(text => $"{rules(text.Text)}: {text.Text}").ToList();
        var yes = texts.Count(text => text.Label == "yes");
        TestContext.Out.WriteLine($"{file}: {texts.Count} texts; {yes - missed.Count} of {yes} found; {wrong.Count} of {texts.Count - yes} look-alikes hit");

        Assert.That(texts, Has.Count.AtLeast(atLeast));
        Assert.That(missed.Select(text => text.Text), Is.Empty, "missed");
        Assert.That(wrong, Has.Count.LessThanOrEqualTo((texts.Count - yes) / 20), string.Join('\n', wrong));
    }
}
