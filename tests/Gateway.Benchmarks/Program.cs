using Gateway.Benchmarks;

// Measurements, never tests: dotnet run -c Release --project tests/Gateway.Benchmarks -- ledger|chat|images [COUNT]
return args switch
{
    ["ledger", ..] => await LedgerWalk.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5_000),
    ["chat", ..] => ChatExportSpeed.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 20),
    ["images", ..] => PictureFitting.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 7),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ledger [COMPLAINTS] | chat [MEGABYTES] | images [TIMES]");
    return 2;
}
