using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Audit;

/// <summary>Writes down what a source says it holds, when that changes and once a day, so that the sums can be checked against the source.</summary>
public sealed class LookBook(ISourceBook book, string channel, TimeProvider time)
{
    /// <summary>In the source book: the last look of a day.</summary>
    public const string Prefix = "look/";

    private (string Day, long Held, long? Known, long Failed) last;

    public async Task NoteAsync(SourceStep step, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var look = (Key(Wita.Day(now)), step.Held, step.Known, step.Failed);
        if (look == last) return;
        await book.PutAsync(channel, new Dictionary<string, string> { [look.Item1] = new SourceLook(step.Held, step.Known, step.Failed, now).Write() }, ct);
        last = look;
    }

    public static string Key(DateOnly day) => Prefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
