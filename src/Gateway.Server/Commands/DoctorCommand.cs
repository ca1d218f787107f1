using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Server.Doctor;

namespace Gateway.Server.Commands;

/// <summary><c>gateway doctor</c>: looks at everything the gateway needs and says what is wrong and what to do. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var only = new Option<string?>("--channel") { Description = "Hanya kanal ini / Only this channel" };
        var command = Verb.Of("doctor", "Periksa kesehatan / Check health", only, options.Json);
        command.OnHouse(
            context,
            options,
            async (given, house, ct) =>
            {
                var words = options.Words(given, context);
                var findings = new Findings(words);
                var key = given.GetValue(only);
                if (key is not null && house.Registry.Current.Channel(key) is null)
                    return Verb.NoSuchKey(context, words, "list.no-channel", key, house.Registry.Current.Channels.Select(known => known.Key));
                if (key is null) await MachineCheck.RunAsync(house, findings, ct);
                await ChannelCheck.RunAsync(house, key, findings, ct);
                if (key is null)
                {
                    await BrokerCheck.RunAsync(house, findings, ct);
                    await CentreCheck.RunAsync(house, findings, ct);
                    await MastersCheck.RunAsync(house, findings, ct);
                    await DeskCheck.RunAsync(house, findings, ct);
                }

                return Tell(findings, given.GetValue(options.Json), context);
            },
            (given, unavailable) =>
            {
                // What needs no ledger may tell why it cannot be opened.
                var findings = new Findings(options.Words(given, context));
                findings.Wrong("doctor.no-ledger", Faults.Told(unavailable, findings.Words));
                MachineCheck.Disks(options.Settings(given, context), findings);
                Tell(findings, given.GetValue(options.Json), context);
                return 4;
            });
        return command;
    }

    private static int Tell(Findings findings, bool json, CommandContext context)
    {
        foreach (var finding in findings.All) context.Out.WriteLine(json ? Wire.Line(new JsonObject { ["good"] = finding.Good, ["warns"] = finding.Warns, ["code"] = finding.Code, ["text"] = finding.Text }) : $"{finding.Mark} {finding.Text}");
        return findings.All.All(finding => finding.Good) ? 0 : 1;
    }
}
