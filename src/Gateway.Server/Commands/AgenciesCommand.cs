using System.CommandLine;
using System.Text.Json;
using Gateway.Contracts;

namespace Gateway.Server.Commands;

/// <summary><c>gateway agencies list</c>.</summary>
internal static class AgenciesCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var list = Verb.Of("list", "Daftar / List", options.Json);
        list.OnHouse(context, options, (given, house, _) =>
        {
            foreach (var agency in house.Registry.Current.Agencies)
                context.Out.WriteLine(given.GetValue(options.Json) ? JsonSerializer.Serialize(agency, ContractJson.Options) : $"{agency.Key}  {agency.Kind}  {agency.Name}");
            if (house.Registry.Current.Agencies.Count == 0 && !given.GetValue(options.Json))
                context.Out.WriteLine(options.Words(given, context)["list.empty", house.Settings.DataDirectory]);
            return Task.FromResult(0);
        });
        return Verb.Of("agencies", "Instansi / Agencies", list);
    }
}
