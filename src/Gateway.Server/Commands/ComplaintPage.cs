using System.Globalization;
using Gateway.Contracts;
using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Core.ServiceClock;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>One complaint as a person reads it: where it stands and why, what it says, what happened. Scripts read the JSON.</summary>
/// <param name="Row">As it stands in the ledger.</param>
/// <param name="Contract">Masked, unless the reporter was asked for.</param>
/// <param name="Reporter">Null unless asked for, or unknown.</param>
/// <param name="Events">What happened.</param>
/// <param name="Attempts">What was called at the centre.</param>
/// <param name="Files">Its files and what is sent of them.</param>
internal sealed record ComplaintPage(
    ComplaintRow Row, Complaint Contract, Reporter? Reporter, IReadOnlyList<LedgerEvent> Events, IReadOnlyList<AttemptRow> Attempts, FileLines Files)
{
    private const int Width = 18;

    /// <summary>In whose place it stands, and what stands in its place.</summary>
    public required IReadOnlyList<Lineage> Lineage { get; init; }

    /// <summary>Until when its reporter is awaited; null when no answer is.</summary>
    public required Waiting? Waiting { get; init; }

    /// <summary>Version of the privacy notice that the citizen saw; null where none was shown.</summary>
    public required string? Notice { get; init; }

    /// <summary>Where the centre's text ends, in characters of isi; null when it gets the whole.</summary>
    public required int? EndOfIsi { get; init; }

    /// <summary>The earlier one to which it is linked; null when it is not, or this person may not see that.</summary>
    public required ComplaintRow? Linked { get; init; }

    /// <summary>The task by which its words go to that one; null when they do not.</summary>
    public required TaskRow? FollowUp { get; init; }

    /// <summary>Those that are linked to it.</summary>
    public required Counted Counted { get; init; }

    /// <summary>What is done about it at the centre.</summary>
    public required IReadOnlyList<TaskRow> Tasks { get; init; }

    /// <summary>What the centre says of it.</summary>
    public required CentralLines Centre { get; init; }

    public void Write(TextWriter writer, WordList words)
    {
        writer.WriteLine($"{Row.Number}  v{Row.Version}  {words["state." + Wire.Name(Row.State)]}{(Row.CentralId is null ? "" : $"  #{Row.CentralId}")}");
        foreach (var reason in Row.Reasons) writer.WriteLine("  - " + words.Of(reason));
        if (FollowUp is not null) writer.WriteLine("  - " + FollowUpTask.Line(FollowUp, words));
        writer.WriteLine();
        foreach (var (name, value) in Fields(words).Where(field => !string.IsNullOrWhiteSpace(field.Value))) writer.WriteLine($"{words["page." + name].PadRight(Width)}{value}");
        writer.WriteLine();
        foreach (var line in Isi(words).Split('\n')) writer.WriteLine("  " + line);
        Section(writer, words["page.attachments"], Files.Lines(words));
        Section(writer, words["page.centre"], Centre.Lines(words));
        Section(writer, words["page.tasks"], Tasks.Select(task => TasksCommand.Line(task, words)));
        Section(writer, words["page.events"], History.Of(Events, Attempts, words));
    }

    /// <summary>A moment as people here read it.</summary>
    public static string? Moment(DateTimeOffset? moment) =>
        moment is null ? null : Wita.Local(moment.Value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " WITA";

    private string Isi(WordList words) =>
        EndOfIsi is { } end ? $"{Contract.Isi[..end]}\n{words["page.cut-here"]}\n{Contract.Isi[end..].TrimStart()}" : Contract.Isi;

    private IEnumerable<(string Name, string? Value)> Fields(WordList words) =>
    [
        ("judul", Contract.Judul),
        ("klasifikasi", Contract.Klasifikasi is { } kind ? Wire.Name(kind) + Derived("klasifikasi", words) : null),
        ("incident", Contract.TanggalKejadian?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Derived("tanggalKejadian", words)),
        ("lokasi", Contract.Lokasi),
        ("instansi", Contract.InstansiTujuan),
        ("kategori", Contract.Kategori),
        ("shown", words[Contract.Rahasia ? "page.secret" : Contract.Anonim ? "page.anonymous" : "page.named"]),
        ("reporter", Reporter is null ? null : string.Join(", ", new[] { Reporter.Name, Reporter.Phone, Reporter.Email, Reporter.Nik, Reporter.Address, Reporter.Handle }.OfType<string>())),
        ("channel", $"{Row.Channel} -> {Row.Agency} -> {Row.Destination}"),
        ("written", Moment(Row.Written)),
        ("received", Moment(Row.Received)),
        ("seen", Moment(Row.Seen)),
        ("notice", Notice),
        ("due", Moment(Row.Due)),
        ("batch", Row.Round),
        ("central-once", Kin(Events.SelectMany(happened => happened.Reasons).Where(reason => reason.Code == RenumberComplaint.From).Select(reason => "#" + reason.Detail))),
        ("link", Linked is null ? Row.LinkTo : $"{Linked.Number}  {words["state." + Wire.Name(Linked.State)]}{(Linked.CentralId is null ? "" : $"  #{Linked.CentralId}")}{(Linked.IsKnownClosed ? $"  ({words["page.closed-there"]})" : "")}"),
        ("counted", Counted.Line(Row, words)),
        ("replaces", Kin(Lineage.Where(kin => kin.Child == Row.Number && !kin.Undone).Select(kin => kin.Parent))),
        ("replaced-by", Kin(Lineage.Where(kin => kin.Parent == Row.Number && !kin.Undone).Select(kin => kin.Child))),
        ("answer-due", Waiting is null ? null : Waiting.IsOverdue ? words["page.overdue", AskCommand.Shown(Waiting)] : AskCommand.Shown(Waiting)),
        ("danger", Row.Danger),
        ("orphans", Uploads.Orphans(Attempts, Row.State == ComplaintState.Delivered) is > 0 and var left ? words["page.orphans-left", left] : null),
        ("suspect", Row.Suspect ? words["page.suspicion"] : null),
    ];

    private static string? Kin(IEnumerable<string> numbers) => string.Join(", ", numbers) is { Length: > 0 } list ? list : null;

    private string Derived(string field, WordList words) => Contract.Derived.ContainsKey(field) ? $" ({words["page.derived"]})" : "";

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var line in all) writer.WriteLine("  " + line);
    }
}
