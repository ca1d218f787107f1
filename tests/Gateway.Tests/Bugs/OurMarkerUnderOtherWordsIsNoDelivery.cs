using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A centre that answers 409 with an id is read under it. What stood there counted as ours as soon as our marker stood anywhere in it, also in
/// a complaint about something else in which a citizen had written down his tracking number.
/// </summary>
internal sealed class OurMarkerUnderOtherWordsIsNoDelivery
{
    private const string Isi = "Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin.";

    [TestCase(Isi, ComplaintState.Delivered)]
    [TestCase("Pohon tumbang menutup Gang Mawar, kabel listrik ikut putus.", ComplaintState.Unknown)]
    public async Task TheBeginningOfWhatWasSentStandsThereToo(string words, ComplaintState state)
    {
        var number = "";
        // One line to the centre: the create, then the read.
        await using var centre = new ScriptedServer(async connection =>
        {
            await connection.ReadAsync();
            await connection.RespondAsync(409, """{"complaint_id":4711}""");
            await connection.ReadAsync();
            await connection.RespondAsync(200, $$"""{"data":{"content":"{{words}}\n\n{{TrackingNumber.Marker(number)}}"} }""");
        });
        await using var desk = await DeskHouse.OpenAsync(destination: Registries.Destination("default", new Uri(centre.Url), "state: open, requestsPerSecond: 100"));
        using var central = new CentralClient(Secrets.Resolve, TimeProvider.System);
        number = await desk.PostAsync($$"""{"isi":"{{Isi}}"}""");

        await desk.House.ForwarderTo(new JournaledCentral(central, desk.House.Journal, desk.House.Ledger, TimeProvider.System, NullLogger<JournaledCentral>.Instance)).ForwardAsync(number, CancellationToken.None);

        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(state));
    }
}
