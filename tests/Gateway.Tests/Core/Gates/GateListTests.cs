using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Gates;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Gates;

/// <summary>All gates run, all reasons are kept, and the first gives the headline.</summary>
internal sealed class GateListTests
{
    private static readonly Complaint Calm = new()
    {
        Judul = "Lampu jalan mati",
        Isi = "Lampu jalan di depan pasar mati.",
        Klasifikasi = Klasifikasi.Pengaduan,
        Source = new Provenance("1", "1"),
    };

    [Test]
    public void StandsInTheOrderOfTheDesign() =>
        Assert.That(GateList.InOrder.Select(gate => gate.Name), Is.EqualTo(new[] { "berkadar", "duplicates", "restored", "doubts", "substance", "matters", "registry", "codes", "files", "policy", "batch" }));

    [Test]
    public void ACalmComplaintOfAnAutomaticChannelPasses() => Assert.That(GateList.Judge(Case()), Is.Empty);

    [Test]
    public void KeepsEveryReasonInOrder()
    {
        var given = Case(complaint: Calm with { Isi = "Ada pungli." }) with
        {
            Doubts = [new Reason("forwarded-mail")],
            Channel = Channel() with { Policy = ChannelPolicy.Review },
            Earlier = [Row("G-earlier")],
            Round = Some.Round() with { Complaints = 26 },
        };

        Assert.That(Codes(given), Is.EqualTo("berkadar-pengawasan same-content forwarded-mail review batch"));
    }

    [Test]
    public void LooksForAbuseInTheTitleToo() => Assert.That(Codes(Case(complaint: Calm with { Judul = "Suap" })), Is.EqualTo("berkadar-pengawasan"));

    [TestCase("r1", "r1", true)]
    [TestCase("r1", null, true)]
    [TestCase(null, "r1", true)]
    [TestCase(null, null, true)]
    [TestCase("r1", "r2", false)]
    public void TheSameWordsAreHeldOnlyWhenTheyMayComeFromOnePerson(string? earlier, string? reporter, bool holds)
    {
        var given = Case(Row("G-new") with { Reporter = reporter }) with { Earlier = [Row("G-earlier") with { Reporter = earlier }] };

        Assert.That(Codes(given), Is.EqualTo(holds ? "same-content" : ""));
        Assert.That(GateList.Link(given)?.Number, Is.EqualTo("G-earlier"), "Linked in any case, and so counted with it.");
    }

    [Test]
    public void NamesTheEarlierComplaintOfThatPersonRatherThanTheNewest()
    {
        var given = Case(Row("G-new") with { Reporter = "r1" }) with
        {
            Earlier = [Row("G-other") with { Reporter = "r2" }, Row("G-own") with { Reporter = "r1" }],
        };

        Assert.That(GateList.Judge(given).Single(), Is.EqualTo(new Reason("same-content", "G-own")));
    }

    [TestCase(ComplaintState.Discarded)]
    [TestCase(ComplaintState.Duplicate)]
    public void WhatAPersonTookOutIsNoDuplicate(ComplaintState state)
    {
        var given = Case() with { Earlier = [Row("G-earlier") with { State = state }] };

        Assert.That(GateList.Judge(given), Is.Empty);
        Assert.That(GateList.Link(given), Is.Null);
    }

    [Test]
    public void HoldsWhatLostItsChannelOrDestination()
    {
        Assert.That(Codes(Case() with { Channel = null }), Is.EqualTo("channel-gone"));
        Assert.That(Codes(Case() with { Destination = null }), Is.EqualTo("destination-gone"));
    }

    [Test]
    public void HoldsAValueThatATableLacksAndNamesIt()
    {
        var codes = new CodeTables
        {
            Classification = new Dictionary<string, string> { ["aspirasi"] = "2" },
            Category = new Dictionary<string, string> { ["Perhubungan"] = "44" },
            Location = new Dictionary<string, string>(),
        };
        var given = Case(complaint: Calm with { Kategori = "Perikanan", Lokasi = "rumah Ibu Siti" }, codes: codes);

        Assert.That(
            GateList.Judge(given).Select(reason => reason.ToString()),
            Is.EqualTo(new[] { "code-not-mapped: classification: pengaduan", "code-not-mapped: category", "code-not-mapped: location" }));
    }

    [Test]
    public void AFieldWithoutATableOrWithoutAValueNeverHolds()
    {
        Assert.That(GateList.Judge(Case(complaint: Calm with { Kategori = "Perikanan", Lokasi = "Samarinda" })), Is.Empty);
        Assert.That(GateList.Judge(Case(codes: new CodeTables { Category = new Dictionary<string, string>(), Location = new Dictionary<string, string>() })), Is.Empty);
    }

    [Test]
    public void AnInstitutionWithoutACodeNeverHolds() =>
        Assert.That(GateList.Judge(Case(complaint: Calm with { InstansiTujuan = "Kecamatan Anggana" }, codes: new CodeTables { Institution = new Dictionary<string, string>() })), Is.Empty);

    [Test]
    public void WhatCannotBeMadeToFitHoldsBeforeThePolicy() =>
        Assert.That(Codes(Case() with { Unsendable = [new Reason("file-too-large", "1")], Channel = Channel() with { Policy = ChannelPolicy.Review } }), Is.EqualTo("file-too-large review"));

    [TestCase(25, "")]
    [TestCase(26, "batch")]
    public void MoreThanTheLimitFromOneRoundIsABatch(int complaints, string codes) =>
        Assert.That(Codes(Case() with { Round = Some.Round() with { Complaints = complaints } }), Is.EqualTo(codes));

    private static string Codes(GateCase given) => string.Join(' ', GateList.Judge(given).Select(reason => reason.Code));

    private static GateCase Case(ComplaintRow? row = null, Complaint? complaint = null, CodeTables? codes = null) => new(
        (row ?? Row("G-new")) with { Position = 9 }, complaint ?? Calm, [], Channel(), new Destination { Key = "default", Codes = codes ?? new CodeTables() }, [], null, 25);

    private static Channel Channel() => new() { Key = "dishub-email", Agency = "dishub", Kind = "email", Policy = ChannelPolicy.Auto };

    private static ComplaintRow Row(string number) => Some.Row(number);
}
