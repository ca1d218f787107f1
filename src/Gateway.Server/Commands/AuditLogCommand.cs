using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Audit;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Server.Composition;

namespace Gateway.Server.Commands;

/// <summary><c>gateway audit log</c>: the delivery log, a line for each event and each call at the centre, without personal data.</summary>
internal static class AuditLogCommand
{
    private const int Page = 500;
    private const string Csv = "csv";
    private const string JsonLines = "jsonl";

    // By it a spreadsheet knows that the file is UTF-8.
    private const string ByteOrderMark = "\uFEFF";

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var from = new Option<string?>("--from") { Description = "yyyy-MM-dd (WITA)" };
        var to = new Option<string?>("--to") { Description = "yyyy-MM-dd (WITA)" };
        var agency = new Option<string?>("--agency");
        var state = new Option<string?>("--state") { Description = "Keadaan sekarang / The state it is in now" };
        var format = new Option<string>("--format") { Description = $"{Csv} | {JsonLines}", DefaultValueFactory = _ => Csv };
        var command = Verb.Of("log", "Catatan pengiriman / Delivery log", from, to, agency, state, format, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var officer = given.Officer(context, options);
            var wanted = given.GetValue(format)!;
            if (wanted is not (Csv or JsonLines)) throw new CommandException(2, $"--format '{wanted}': {Csv}, {JsonLines}");
            var key = given.GetValue(agency);
            if (key is not null && house.Registry.Current.Agency(key) is null)
                return Verb.NoSuchKey(context, words, "list.no-agency", key, house.Registry.Current.Agencies.Select(known => known.Key));
            var (first, last) = Days.Span(given.GetValue(from), given.GetValue(to), Wita.Day(house.Time.GetUtcNow()), words);
            var query = new LogQuery
            {
                From = Days.Begin(first),
                // What this very reading adds must not be read too.
                Until = Earlier(Days.Begin(last.AddDays(1)), house.Time.GetUtcNow()),
                Agency = key,
                State = given.GetValue(state) is { } named ? ComplaintsCommand.State(named) : null,
                HidesSupervised = !officer.IsPenelaah,
                Limit = Page,
            };
            // Beside the lines, of which each belongs to a complaint.
            foreach (var window in await RestoreNotice.OfAsync(house.Ledger, first, last, ct)) context.Error.WriteLine("!! " + RestoreNotice.Line(window, words));
            if (wanted == Csv) context.Out.WriteLine(ByteOrderMark + CsvLine.Of(LogLine.Headings(words)));
            var looked = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var line in new DeliveryLog(house.Ledger).ReadAsync(query, ct))
            {
                await NoteLookAsync(house, line, officer, looked, ct);
                var shown = new LogLine(line);
                context.Out.WriteLine(wanted == Csv ? CsvLine.Of(shown.Cells(words)) : Wire.Line(shown.Json(words)));
            }

            return 0;
        });
        return command;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // A look of the Penelaah is an event of each complaint, once a reading.
    private static async Task NoteLookAsync(House house, DeliveryLine line, Officer officer, HashSet<string> looked, CancellationToken ct)
    {
        var supervised = line.Happened?.Supervised ?? line.Called!.Supervised;
        if (supervised && looked.Add(line.Number) && await house.Ledger.FindAsync(line.Number, ct) is { } row) await house.MaySeeAsync(row, officer, ct);
    }
}
