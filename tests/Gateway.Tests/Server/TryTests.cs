using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Simulator;
using Gateway.Tests.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary><c>gateway destination try</c>: one complaint goes to a destination that is not open, and only on a yes.</summary>
internal sealed class TryTests
{
    private Centre centre = null!;
    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open()
    {
        centre = await Centre.OpenAsync(new SimulatorOptions());
        desk = await DeskHouse.OpenAsync(destination: Registries.Destination("default", centre.Simulator.BaseUri, "headers: {token: \"rahasia-sekali\"}"));
    }

    [TearDown]
    public async Task Close()
    {
        await desk.DisposeAsync();
        await centre.DisposeAsync();
    }

    [Test]
    public async Task ShowsTheRequestAndSendsOneOnAYes()
    {
        var (first, second) = (await PostAsync(1), await PostAsync(2));

        var (shown, request) = await desk.RunAsync("destination", "try", "default");

        Assert.That(shown, Is.Zero, request);
        Assert.That(request, Does.Contain("GET http").And.Contain("POST http").And.Contain("tiang nomor 1").And.Contain($"--number {first} --yes"));
        Assert.That(request, Does.Contain("token: ***").And.Not.Contain("rahasia-sekali"));
        Assert.That((centre.Simulator.Complaints, (await desk.FindAsync(first)).State), Is.EqualTo((0, ComplaintState.Queued)), "nothing was sent yet");

        var (sent, answer) = await desk.RunAsync("destination", "try", "default", "--number", first, "--yes", "--by", "Rina");

        Assert.That(sent, Is.Zero, answer);
        Assert.That(answer, Does.Contain("pembuatan laporan: diterima  HTTP 200").And.Contain("destination open default"));
        Assert.That((centre.Simulator.Complaints, (await desk.FindAsync(first)).State, (await desk.FindAsync(second)).State), Is.EqualTo((1, ComplaintState.Delivered, ComplaintState.Queued)));
        Assert.That((await desk.House.Ledger.DestinationAsync("default", CancellationToken.None))!.State, Is.EqualTo(DestinationState.Trying), "a person opens it");
        Assert.That((await desk.House.Ledger.AttemptsAsync(first, CancellationToken.None)).Select(attempt => attempt.Actor), Has.All.Contains("Rina"));
    }

    [Test]
    public async Task AnOpenOneAndOneWithoutAComplaintAreNotTried()
    {
        Assert.That((await desk.RunAsync("destination", "try", "default")).Exit, Is.EqualTo(1), "nothing is queued");
        await desk.RunAsync("destination", "open", "default");
        await PostAsync(1);

        var (exit, said) = await desk.RunAsync("destination", "try", "default", "--yes");

        Assert.That((exit, said.Contains("sudah terbuka", StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        Assert.That(centre.Simulator.Complaints, Is.Zero);
        Assert.That((await desk.RunAsync("destination", "try", "lain")).Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task WhatSomebodyMayBeTypingIsNotChosenByItself()
    {
        var number = await PostAsync(1);
        Assert.That((await desk.RunAsync("complaints", "show", number, "--card", "--by", "Sari")).Exit, Is.Zero);

        var (exit, said) = await desk.RunAsync("destination", "try", "default", "--yes");

        Assert.That((exit, said.Contains("Sari", StringComparison.Ordinal), said.Contains("--number NOMOR --yes", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), said);
        Assert.That(centre.Simulator.Complaints, Is.Zero);
        Assert.That((await desk.RunAsync("destination", "try", "default", "--number", number, "--yes")).Exit, Is.Zero, "who asked names it");
        Assert.That(centre.Simulator.Complaints, Is.EqualTo(1));
    }

    private Task<string> PostAsync(int pole) => desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. Kartini tiang nomor {{pole}} mati sejak Senin, gelap sekali."}""");
}
