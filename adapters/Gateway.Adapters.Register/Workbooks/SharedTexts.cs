namespace Gateway.Adapters.Register.Workbooks;

/// <summary>The texts that cells point to. They are in memory as a whole, so their sum is bounded.</summary>
internal sealed class SharedTexts
{
    private const int MostTexts = 1 << 20;
    private const long MostCharacters = 32 << 20;

    private readonly List<string> _texts = [];

    public static SharedTexts None { get; } = new();

    public static SharedTexts Read(Workbook book, string part)
    {
        var shared = new SharedTexts();
        long characters = 0;
        using var xml = book.Part(part);
        while (xml?.Read() == true)
        {
            if (!xml.IsStart || xml.Name != "si") continue;
            var text = xml.Text();
            characters += text.Length;
            if (shared._texts.Count == MostTexts || characters > MostCharacters) throw new WorkbookFaultException("workbook-too-large");
            shared._texts.Add(text);
        }

        return shared;
    }

    /// <summary>Null for a number that none has.</summary>
    public string? At(int number) => number >= 0 && number < _texts.Count ? _texts[number] : null;
}
