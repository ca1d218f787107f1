using System.Globalization;
using System.Text;
using Gateway.Core.Masters;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Health;

/// <summary>The lists of each centre in <c>/metrics</c>: how old they are, and which of our codes are in them no more. For an alarm of one's own.</summary>
internal static class MasterMetrics
{
    public static async Task WriteAsync(House house, StringBuilder text, CancellationToken ct)
    {
        var (missing, ages) = (new StringBuilder(), new StringBuilder());
        foreach (var destination in house.Registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            // Before the first list nobody knows what is missing: there is no line.
            if (await house.Ledger.MastersAsync(destination.Key, MasterList.Institutions, null, ct) is { } institutions)
            {
                var codes = MappedCodes.Missing(house.Registry.Current, destination, institutions).Select(mapped => mapped.Code).Distinct(StringComparer.Ordinal).Count();
                missing.AppendLine(CultureInfo.InvariantCulture, $"gateway_master_codes_missing{{destination=\"{destination.Key}\"}} {codes}");
            }

            foreach (var list in Enum.GetValues<MasterList>())
            {
                if (MasterLook.Read(await house.Ledger.GetAsync("", MasterLook.Key(destination.Key, list), ct))?.Good is not { } good) continue;
                var age = Math.Max(0, (house.Time.GetUtcNow() - good).TotalSeconds);
                ages.AppendLine(CultureInfo.InvariantCulture, $"gateway_master_list_age_seconds{{destination=\"{destination.Key}\",list=\"{Wire.Name(list)}\"}} {age:F0}");
            }
        }

        text.AppendLine("# HELP gateway_master_codes_missing Institution ids of our settings that the centre's last list does not have.").AppendLine("# TYPE gateway_master_codes_missing gauge").Append(missing);
        text.AppendLine("# HELP gateway_master_list_age_seconds Seconds since a list of the centre was last read whole.").AppendLine("# TYPE gateway_master_list_age_seconds gauge").Append(ages);
    }
}
