using System.Text;

namespace Gateway.Tests.Adapters.Email;

/// <summary>One invented mail with the right judgement, from <c>Labelled/mails</c>.</summary>
/// <param name="Name">Kind and number, for example <c>office-03</c>.</param>
/// <param name="Outcome"><c>complaint</c> (may go on without a look), <c>held</c>, <c>ignored</c> or <c>quarantined</c>.</param>
/// <param name="Code">The reason it must bear; null when any will do.</param>
/// <param name="Bytes">The mail.</param>
internal sealed record LabelledMail(string Name, string Outcome, string? Code, byte[] Bytes)
{
    public static IReadOnlyList<LabelledMail> Under(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n%% ").Skip(1))
            .Select(Parse),
    ];

    private static LabelledMail Parse(string part)
    {
        var lines = part.Split('\n', 2);
        var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
        var label = head[1].Split(' ');
        var mail = lines[1];
        if (!mail.Contains("Content-Type:", StringComparison.Ordinal)) mail = "Content-Type: text/plain; charset=utf-8\n" + mail;
        mail = $"Date: Mon, 15 Jun 2026 19:42:11 +0800\nMessage-ID: <{head[0]}@warga.example>\nMIME-Version: 1.0\n{mail}";
        return new LabelledMail(head[0], label[0], label.ElementAtOrDefault(1), Encoding.UTF8.GetBytes(mail));
    }
}
