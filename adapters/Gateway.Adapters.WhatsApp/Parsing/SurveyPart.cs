using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// What some lines of an export tell to its survey. Parts are made independently of each other; <see cref="Surveyor"/> adds them up in the
/// order of the lines.
/// </summary>
/// <param name="shape">How headers are written.</param>
/// <param name="known">Who is known well enough already; null when it is not looked for who takes part.</param>
internal sealed class SurveyPart(HeaderShape shape, TellingLines? known)
{
    private readonly List<DayRun> _days = [];

    /// <summary>Its headers by their dates, in order.</summary>
    public IReadOnlyList<DayRun> Days => _days;

    /// <summary>First lines of who wrote.</summary>
    public TellingLines Senders { get; } = new(int.MaxValue);

    public bool TellsOfGroup { get; private set; }

    /// <summary>A line holds one of the marks iOS writes.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>Looks at some lines; fewer than were asked for at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SurveyPart Read(PhysicalLines lines, int most = int.MaxValue)
    {
        for (var i = 0; i < most && lines.Next(); i++)
        {
            HasMarks = HasMarks || (shape.Bracketed && lines.Line.Contains(Invisible.LeftToRight));
            if (!HeaderScanner.TryRead(lines.Line, out var header) || header.Shape != shape) continue;
            if (_days is not [.., var day] || !day.TryAdd(header)) _days.Add(day = new DayRun(header));
            if (day.IsDay && known is not null) Meet(header, MessageBody.Split(lines.Line[header.BodyStart..]), known);
        }

        return this;
    }

    private void Meet(HeaderCandidate header, MessageBody body, TellingLines known)
    {
        if (body.Sender.IsEmpty || SystemLines.IsSystem(body.Text, body.Sender)) TellsOfGroup = TellsOfGroup || SystemLines.TellsOfGroup(body.Text);
        else if (!known.IsFull(body.Sender)) Senders.Add(header, body.Sender, body.Text);
    }
}
