using System.Globalization;
using Gateway.Benchmarks;

// Measurements, never tests: dotnet run -c Release --project tests/Gateway.Benchmarks -- ledger|chat|mails|forms|images|duplicates|schedules [SIZE]
return args switch
{
    ["ledger", ..] => await LedgerWalk.RunAsync(Size(5_000)),
    ["chat", ..] => ChatExportSpeed.Run(Size(100)),
    ["chat-reading", var file, var passes] => ChatReading.Run(file, int.Parse(passes, CultureInfo.InvariantCulture)),
    ["mails", ..] => MailSpeed.Run(Size(15)),
    ["forms", ..] => await FormSpeed.RunAsync(Size(10_000)),
    ["images", ..] => PictureFitting.Run(Size(7)),
    ["duplicates", ..] => await NearDuplicates.RunAsync(Size(1_000_000)),
    ["schedules", ..] => Schedules.Run(Size(3_000)),
    _ => Usage(),
};

int Size(int standard) => args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : standard;

static int Usage()
{
    Console.Error.WriteLine("usage: ledger [COMPLAINTS] | chat [MEGABYTES] | mails [PASSES] | forms [POSTS] | images [TIMES] | duplicates [COMPLAINTS] | schedules [SEEDS]");
    return 2;
}
