using Gateway.Contracts.Intake;
using Gateway.Tests.Adapters.WebForm;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A form with one Idempotency-Key in its source sent it for everybody. Who wrote the same words as somebody before them got that
/// person's number, and was recorded nowhere. Who sent the same again with a wish to stay unseen lost the wish.
/// </summary>
internal sealed class AKeyForEverybodyGivesNobodyTheNumberOfAnother
{
    private OpenedHouse opened = null!;

    [SetUp]
    public async Task Open() => opened = await OpenedHouse.NewAsync(null, Registries.Form);

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task TheSecondPersonIsKeptAndToldThatTheKeyWasUsed()
    {
        var first = await PostAsync("isi=Lampu+jalan+padam&nama=Budi+Contoh", "satu-kunci");
        var second = await PostAsync("isi=Lampu+jalan+padam&nama=Siti+Contoh", "satu-kunci");
        var again = await PostAsync("isi=Lampu+jalan+padam&nama=Budi+Contoh", "satu-kunci");

        Assert.That((second.Outcome, second.Reasons[0].Code), Is.EqualTo((ItemOutcome.Quarantined, "idempotency-key-reused")));
        Assert.That((again.Outcome, again.Numbers.Single()), Is.EqualTo((ItemOutcome.Repeat, first.Numbers.Single())));
    }

    [Test]
    public async Task AWishWithinTenMinutesIsAComplaintOfItsOwn()
    {
        var first = await PostAsync("isi=Lampu+jalan+padam&nama=Budi+Contoh", null);
        var second = await PostAsync("isi=Lampu+jalan+padam&nama=Budi+Contoh&rahasia=ya", null);

        Assert.That(second.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(second.Numbers.Single(), Is.Not.EqualTo(first.Numbers.Single()));
    }

    private async Task<ItemReceipt> PostAsync(string form, string? key) =>
        (await opened.House.Intake.AcceptAsync("dishub-form", null, Posts.Urlencoded(form, key), CancellationToken.None)).Items.Single();
}
