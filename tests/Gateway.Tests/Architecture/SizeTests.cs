namespace Gateway.Tests.Architecture;

/// <summary>Small rooms stay small: median, nine of ten, and the longest file.</summary>
internal sealed class SizeTests
{
    private const int Median = 60;
    private const int NineOfTen = 180;
    private const int Longest = 320;

    [Test]
    public void FilesAreShort() => Assert.That(Faults([.. Repository.Shipped]), Is.Empty);

    [Test]
    public void CanaryReportsEachLimit()
    {
        Assert.That(Faults(Files(70, 70, 70)), Is.EqualTo(new[] { "The median of 3 files is 70 lines, more than 60." }));
        Assert.That(Faults(Files([.. Enumerable.Repeat(10, 8), 200, 210])).Single(), Does.StartWith("Nine of ten files should be under 180 lines").And.Contain("A9.cs 210"));
        Assert.That(Faults(Files([.. Enumerable.Repeat(10, 20), 321])), Is.EqualTo(new[] { "A20.cs has 321 lines, more than 320." }));
    }

    private static IEnumerable<string> Faults(SourceFile[] files)
    {
        var sizes = files.Select(file => file.Lines).Order().ToArray();
        if (sizes[sizes.Length / 2] > Median) yield return $"The median of {sizes.Length} files is {sizes[sizes.Length / 2]} lines, more than {Median}.";
        var over = files.Where(file => file.Lines > NineOfTen).OrderByDescending(file => file.Lines).ToArray();
        if (over.Length * 10 > files.Length)
            yield return $"Nine of ten files should be under {NineOfTen} lines. Over it: {string.Join(", ", over.Select(file => $"{file.Path} {file.Lines}"))}";
        foreach (var file in over.Where(file => file.Lines > Longest)) yield return $"{file.Path} has {file.Lines} lines, more than {Longest}.";
    }

    private static SourceFile[] Files(params int[] sizes) =>
        [.. sizes.Select((lines, i) => Canary.Source($"A{i}.cs", string.Concat(Enumerable.Repeat("\n", lines))))];
}
