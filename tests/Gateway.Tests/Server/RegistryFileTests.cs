using System.Runtime.Versioning;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Tests.Server;

/// <summary>The registry YAML: the example of the design is read in full, and each fault is named with its place and value.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RegistryFileTests
{
    private const string Example =
        """
        agencies:     [{key: dishub, name: Dinas Perhubungan Provinsi Kalimantan Timur, kind: opd, institution: "101"}]
        destinations: [{key: default, kind: api, baseUrl: "http://127.0.0.1:5080", headers: {Authorization: "env:LAPOR_AUTH", token: "env:LAPOR_TOKEN"}, routes: {create: /complaints/complaint}, requestsPerSecond: 5, maxConcurrency: 4, createTimeout: 90s, state: open, fields: {channel: 7}}]
        channels:
          - {key: dishub-email, agency: dishub, kind: email, policy: review, destination: default, cutOver: "2026-05-11T00:00:00+08:00", email: {imap: {host: 127.0.0.1, port: 10143, tls: none, user: dishub, password: "env:DISHUB_IMAP", folder: INBOX}}}
          - {key: dishub-wa, agency: dishub, kind: whatsapp, policy: review, whatsapp: {folder: inbox/dishub-wa, officers: ["Dishub Kaltim"]}}
          - {key: dishub-form, agency: dishub, kind: webform, policy: auto, webform: {token: "env:DISHUB_FORM", map: {isi: pesan, judul: perihal}}}
          - {key: dishub-register, agency: dishub, kind: register, policy: review}
        """;

    [Test]
    public void ReadsTheExampleOfTheDesign()
    {
        var (registry, faults) = RegistryFile.Parse(Example, ".", WordList.In("en"));

        Assert.That(faults, Is.Empty);
        Assert.That(registry!.Agencies, Is.EqualTo(new[] { new Agency("dishub", "Dinas Perhubungan Provinsi Kalimantan Timur", "opd", "101") }));
        Assert.That(registry.Channels.Select(channel => $"{channel.Key} {channel.Kind} {channel.Policy}"), Is.EqualTo(new[]
        {
            "dishub-email email Review", "dishub-wa whatsapp Review", "dishub-form webform Auto", "dishub-register register Review",
        }));
        Assert.That(registry.Channels[0].CutOver, Is.EqualTo(new DateTimeOffset(2026, 5, 11, 0, 0, 0, TimeSpan.FromHours(8))));
        Assert.That(registry.Channels[0].Settings["imap"]!["port"]!.GetValue<long>(), Is.EqualTo(10143));
    }

    [Test]
    public void ReadsTheDestinationOfTheExample()
    {
        var destination = RegistryFile.Parse(Example, ".", WordList.In("en")).Registry!.Destinations.Single();

        Assert.That((destination.Key, destination.Kind, destination.BaseUrl), Is.EqualTo(("default", "api", "http://127.0.0.1:5080")));
        Assert.That((destination.RequestsPerSecond, destination.MaxConcurrency, destination.CreateTimeout), Is.EqualTo((5d, 4, TimeSpan.FromSeconds(90))));
        Assert.That((destination.State, destination.Routes["create"], destination.Headers["token"]), Is.EqualTo((DestinationState.Open, "/complaints/complaint", "env:LAPOR_TOKEN")));
        Assert.That(destination.Fields.ToJsonString(), Is.EqualTo("""{"channel":7}"""));
    }

    [Test]
    public void TakesTheDefaultsForWhatIsLeftOut()
    {
        var registry = Parse("destinations: [{key: default, baseUrl: http://pusat.example}]\nagencies: [{key: dishub}]\nchannels: [{key: a, agency: dishub, kind: webform}, {key: b, agency: dishub, kind: register}]");
        var destination = registry.Destinations.Single();

        Assert.That((destination.State, destination.Attempts, destination.CreateTimeout), Is.EqualTo((DestinationState.New, 20, TimeSpan.FromSeconds(90))));
        Assert.That(destination.Schedule, Is.EqualTo(Destination.DefaultSchedule));
        Assert.That(registry.Channels.Select(channel => channel.Policy), Is.EqualTo(new[] { ChannelPolicy.Auto, ChannelPolicy.Review }));
        Assert.That(registry.Channels.Select(channel => channel.Destination), Is.All.EqualTo("default"));
    }

    [Test]
    public void ReadsScheduleAndSettling()
    {
        var destination = Parse("destinations: [{key: default, baseUrl: http://pusat.example, schedule: [30s, 2m, 1h], attempts: 7, leaseLength: 5m, settleAfter: 2h, disposition: \"1\"}]").Destinations.Single();

        Assert.That(destination.Schedule, Is.EqualTo(new[] { TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1) }));
        Assert.That((destination.Attempts, destination.LeaseLength, destination.SettleAfter, destination.Codes.Disposition), Is.EqualTo((7, TimeSpan.FromMinutes(5), TimeSpan.FromHours(2), "1")));
    }

    [Test]
    public void ReadsTheCodesFromAFileBesideTheRegistry()
    {
        var folder = Directory.CreateTempSubdirectory("registry-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "codes.json"), """{"classification": {"pengaduan": "1"}, "institution": {"dishub": "101"}, "disposition": "9"}""");

            var codes = RegistryFile.Parse("destinations: [{key: default, baseUrl: http://pusat.example, codes: codes.json}]", folder, WordList.In("en")).Registry!.Destinations.Single().Codes;

            Assert.That((codes.Classification!["pengaduan"], codes.Institution!["dishub"], codes.Disposition), Is.EqualTo(("1", "101", "9")));
            Assert.That(codes.Category, Is.Null);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [TestCase("agencys: []", "registry: 'agencys' is not known here. Known: agencies, destinations, channels.")]
    [TestCase("destinations: [{key: default, baseUrl: \"http://127.0.0.1\", unknownFiles: \"(\"}]", "destinations 'default': unknownFiles '(' is no pattern:")]
    [TestCase("agencies: x", "'agencies' must be a list.")]
    [TestCase("agencies: [dishub]", "agencies number 1 must be a map")]
    [TestCase("agencies: [{name: Dishub}]", "agencies '1': 'key' is missing.")]
    [TestCase("agencies: [{key: dishub, nama: Dishub}]", "agencies 'dishub': 'nama' is not known here.")]
    [TestCase("agencies: [{key: a}, {key: a}]", "agencies: key 'a' stands there 2 times.")]
    [TestCase("destinations: [{key: default, kind: soap}]", "destinations 'default': kind 'soap' is not known. Write one of: api, manual.")]
    [TestCase("destinations: [{key: default, baseUrl: pusat.example}]", "destinations 'default': baseUrl 'pusat.example' is no http address.")]
    [TestCase("destinations: [{key: default, kind: manual, createTimeout: 90}]", "destinations 'default': createTimeout '90' is no duration.")]
    [TestCase("destinations: [{key: default, kind: manual, attempts: banyak}]", "destinations 'default': attempts 'banyak' is no number.")]
    [TestCase("destinations: [{key: default, kind: manual, attempts: -1}]", "destinations 'default': attempts '-1' is no number.")]
    [TestCase("destinations: [{key: default, kind: manual, requestsPerSecond: \"1,5\"}]", "destinations 'default': requestsPerSecond '1,5' is no number.")]
    [TestCase("destinations: [{key: default, kind: manual, state: buka}]", "destinations 'default': state 'buka' is not known.")]
    [TestCase("destinations: [{key: default, kind: manual, schedule: [30s, besok]}]", "destinations 'default': schedule 'besok' is no duration.")]
    [TestCase("destinations: [{key: default, kind: manual, schedule: []}]", "destinations 'default': schedule")]
    [TestCase("destinations: [{key: default, kind: manual, schedule: 30s}]", "destinations 'default': schedule")]
    [TestCase("destinations: [{key: default, kind: manual, headers: token}]", "destinations 'default': headers 'token' must be a map")]
    [TestCase("destinations: [{key: default, kind: manual, fields: 7}]", "destinations 'default': fields '7' must be a map")]
    [TestCase("destinations: [{key: default, kind: manual, codes: {categories: {}}}]", "destinations 'default' codes: 'categories' is not known here.")]
    [TestCase("destinations: [{key: default, kind: manual, codes: tidak-ada.json}]", "tidak-ada.json' cannot be read")]
    [TestCase("channels: [{key: a, agency: dishub, kind: fax}]", "channels 'a': kind 'fax' is not known. Write one of: email, whatsapp, webform, register.")]
    [TestCase("channels: [{key: a, kind: register}]", "channels 'a': 'agency' is missing.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register}]", "channels 'a': agency 'dishub' is not listed under agencies.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register}]", "channels 'a': destination 'default' is not listed under destinations.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register, policy: manual}]", "channels 'a': policy 'manual' is not known. Write one of: auto, review.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register, cutOver: kemarin}]", "channels 'a': cutOver 'kemarin' is no moment.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register, enabled: tidak}]", "channels 'a': enabled 'tidak' is not known. Write one of: true, false.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register, email: {}}]", "channels 'a': 'email' is not known here.")]
    [TestCase("channels: [{key: a, agency: dishub, kind: register, register: x}]", "channels 'a': register 'x' must be a map")]
    [TestCase("channels: [{key: a, agency: dishub, kind: webform, webform: {tokenn: x}}]", "channels 'a': ")]
    [TestCase("agencies: [\n", "The file is not YAML: line ")]
    [TestCase("agencies: []\nagencies: []\n", "The file is not YAML: line ")]
    public void NamesEachFaultWithPlaceAndValue(string yaml, string fault)
    {
        var (registry, faults) = RegistryFile.Parse(yaml, Path.GetTempPath(), WordList.In("en"));

        Assert.That(registry, Is.Null);
        Assert.That(faults, Has.Some.Contains(fault));
    }

    [TestCase("createTimeout: 0s", "createTimeout '0s' is no duration. Write for example 30s, 5m or 1h; zero is none.")]
    [TestCase("createTimeout: -5s", "createTimeout '-5s' is no duration.")]
    [TestCase("readTimeout: 0.0m", "readTimeout '0.0m' is no duration.")]
    [TestCase("readTimeout: 5 menit", "readTimeout '5 menit' is no duration.")]
    [TestCase("leaseLength: 32d", "leaseLength '32d' is no duration.")]
    [TestCase("leaseLength: 0ms", "leaseLength '0ms' is no duration.")]
    [TestCase("settleAfter: 1.2.3h", "settleAfter '1.2.3h' is no duration.")]
    [TestCase("settleAfter: {h: 1}", "is no duration.")]
    [TestCase("schedule: [30s, 0s]", "schedule '0s' is no duration.")]
    [TestCase("schedule: [-1m]", "schedule '-1m' is no duration.")]
    [TestCase("attempts: 0", "attempts '0' must be 1 or more.")]
    [TestCase("attempts: 0.9", "attempts '0.9' must be 1 or more.")]
    [TestCase("attempts: 9999999999", "attempts '9999999999' is no number.")]
    [TestCase("maxConcurrency: 0", "maxConcurrency '0' must be 1 or more.")]
    [TestCase("maxConcurrency: -4", "maxConcurrency '-4' is no number.")]
    [TestCase("contentLimit: 0", "contentLimit '0' must be 1 or more.")]
    [TestCase("contentLimit: -Infinity", "contentLimit '-Infinity' is no number.")]
    [TestCase("attachments: {total: 2}", "attachments: total '2' cannot be read. Write for example 800KB, 2MB.")]
    [TestCase("attachments: {each: 0MB}", "each '0MB' cannot be read.")]
    [TestCase("attachments: {total: 9999999MB}", "cannot be read.")]
    [TestCase("attachments: {count: 0}", "count '0' must be 1 or more.")]
    [TestCase("attachments: {types: [jpg, gambar]}", "type 'gambar' is not known. Write one of: ")]
    [TestCase("attachments: {types: [exe]}", "type 'exe' is not known.")]
    [TestCase("attachments: {types: []}", "types '[]' cannot be read.")]
    [TestCase("attachments: {sum: 1MB}", "'sum' is not known here. Known: total, each, types, count.")]
    [TestCase("attachments: 2MB", "attachments '2MB' must be a map")]
    [TestCase("requestsPerSecond: -1", "requestsPerSecond '-1' is no number.")]
    [TestCase("requestsPerSecond: NaN", "requestsPerSecond 'NaN' is no number.")]
    [TestCase("requestsPerSecond: -Infinity", "requestsPerSecond '-Infinity' is no number.")]
    public void RefusesAFigureThatWouldStandStillOrNeverEnd(string setting, string fault)
    {
        var (registry, faults) = RegistryFile.Parse($"destinations: [{{key: default, kind: manual, {setting}}}]", ".", WordList.In("en"));

        Assert.That(registry, Is.Null);
        Assert.That(faults, Is.Not.Empty.And.All.StartsWith("destinations 'default'").And.Some.Contains(fault));
    }

    [Test]
    public void ReadsWhatFilesADestinationTakes()
    {
        var written = "attachments: {total: 1.5MB, each: 800KB, count: 3, types: [jpeg, .PNG, jpg, pdf]}";
        var limits = Parse($"destinations: [{{key: default, kind: manual, {written}}}]").Destinations.Single().Attachments;

        Assert.That((limits.Total, limits.Each, limits.Count), Is.EqualTo((1_500_000L, 800_000L, (int?)3)));
        Assert.That(limits.Types, Is.EqualTo(new[] { "jpg", "png", "pdf" }));
        var defaults = Parse("destinations: [{key: default, kind: manual}]").Destinations.Single().Attachments;
        Assert.That((defaults.Total, defaults.Each, defaults.Count), Is.EqualTo((2_000_000L, 5_000_000L, (int?)null)));
    }

    [TestCase("createTimeout: 1ms, leaseLength: 31d, attempts: 1, maxConcurrency: 1, contentLimit: 1, requestsPerSecond: 0.5")]
    [TestCase("createTimeout: 1.5h, schedule: [1s], attempts: 1000, maxConcurrency: 64, requestsPerSecond: 200")]
    public void TakesTheFiguresAtTheEdge(string settings) =>
        Assert.That(Parse($"destinations: [{{key: default, kind: manual, {settings}}}]").Destinations, Has.Count.EqualTo(1));

    [Test]
    public void NamesAllFaultsInOneGo()
    {
        var (_, faults) = RegistryFile.Parse("agencies: [{key: a, x: 1}]\ndestinations: [{key: default, kind: soap}]\nchannels: [{key: c, agency: b, kind: register, policy: x}]", ".", WordList.In("en"));

        Assert.That(faults, Has.Count.EqualTo(4));
    }

    [Test]
    public void AChannelMayBeSwitchedOff()
    {
        var registry = Parse("agencies: [{key: d}]\ndestinations: [{key: default, kind: manual}]\nchannels: [{key: a, agency: d, kind: register, enabled: false}, {key: b, agency: d, kind: register, enabled: true}]");

        Assert.That(registry.Channels.Select(channel => channel.Enabled), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void FaultsAreNamedInBahasaIndonesiaFirst() =>
        Assert.That(RegistryFile.Parse("destinations: [{key: default, kind: soap}]", ".", WordList.In("id")).Faults[0], Is.EqualTo("destinations 'default': kind 'soap' tidak dikenal. Tulis salah satu: api, manual."));

    [TestCase("2026-05-11")]
    [TestCase("2026-05-11T00:00:00")]
    public void ACutOverWithoutAnOffsetIsMeantInWita(string moment)
    {
        var registry = Parse($"agencies: [{{key: d}}]\ndestinations: [{{key: default, kind: manual}}]\nchannels: [{{key: a, agency: d, kind: register, cutOver: {moment}}}]");

        Assert.That(registry.Channels.Single().CutOver, Is.EqualTo(new DateTimeOffset(2026, 5, 11, 0, 0, 0, TimeSpan.FromHours(8))));
    }

    [Test]
    public void TakesOneChannelEntryForInspect()
    {
        var (channel, faults) = RegistryFile.ParseChannel("webform: {map: {isi: pesan}}", "webform", WordList.In("en"));

        Assert.That(faults, Is.Empty);
        Assert.That((channel!.Key, channel.Kind, channel.Settings["map"]!["isi"]!.GetValue<string>()), Is.EqualTo(("inspect", "webform", "pesan")));
    }

    [TestCase("- a")]
    [TestCase("webform: [")]
    [TestCase("webform: {tokenn: x}")]
    public void NamesTheFaultOfAnOptionsFile(string yaml)
    {
        var (channel, faults) = RegistryFile.ParseChannel(yaml, "webform", WordList.In("en"));

        Assert.That(channel, Is.Null);
        Assert.That(faults, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("# nothing yet\n")]
    public void AnEmptyFileIsAnEmptyRegistry(string yaml) => Assert.That(Parse(yaml).Channels, Is.Empty);

    private static Gateway.Core.Connectivity.Registry Parse(string yaml)
    {
        var (registry, faults) = RegistryFile.Parse(yaml, ".", WordList.In("en"));
        Assert.That(faults, Is.Empty);
        return registry!;
    }
}
