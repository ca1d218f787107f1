using System.Runtime.Versioning;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The doctor at real parts that refuse it: a mailbox, a broker, a database.</summary>
[Category("Journey")]
[SupportedOSPlatform("linux")]
internal sealed class DoctorJourneyTests
{
    [Test]
    [Category("Dovecot")]
    public async Task AWrongMailPasswordIsNamedAndNotShown()
    {
        using var server = DovecotServer.Start("pengaduan");
        await using var gateway = Gateway(Registries.Mailbox(server, "dishub-email", "dishub", "pengaduan"));
        await gateway.With("DISHUB_EMAIL", DovecotServer.Password).RunAsync("migrate");
        Assert.That((await gateway.RunAsync("doctor", "--channel", "dishub-email")).Output, Is.EqualTo("ok  Kanal dishub-email: setelan benar.\n"));

        var answer = await gateway.With("DISHUB_EMAIL", "salah-ketik").RunAsync("doctor", "--channel", "dishub-email");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Output, Does.StartWith("!!  Kotak surat 'pengaduan@127.0.0.1' menolak login. Periksa rahasianya: env:DISHUB_EMAIL").And.Not.Contain("salah-ketik"));
    }

    [Test]
    [Category("RabbitMq")]
    public async Task WhatIsWrongWithTheBrokerIsToldApart()
    {
        await using var rabbit = RabbitMqServer.Absent();
        var address = new Uri(rabbit.Uri).Authority;
        await using var gateway = Gateway(Registries.Form).With("Gateway__Messaging__Transport", "RabbitMq").With("Gateway__Messaging__RabbitMq__Uri", rabbit.Uri);
        await gateway.RunAsync("migrate");
        await SaysAsync($"!!  RabbitMQ {address} tidak dapat dihubungi.");

        await rabbit.StartAsync();
        await SaysAsync("!!  Antrean forward-complaint-v1 tidak ada di RabbitMQ.");
        await gateway.ServeAsync();
        await Eventually.HoldsAsync(async () => (await gateway.RunAsync("doctor")).Output.Contains($"ok  RabbitMQ {address} menjawab; 0 pesan menunggu, 1 pendengar.", StringComparison.Ordinal), "the queues are there and serve listens");
        await gateway.StopAsync();
        await rabbit.DeleteQueueAsync("forward-complaint-v1-dead");
        await SaysAsync("!!  Antrean forward-complaint-v1-dead tidak ada di RabbitMQ.");

        gateway.With("Gateway__Messaging__RabbitMq__Uri", rabbit.Uri.Replace("guest:guest", "guest:salah-ketik", StringComparison.Ordinal));
        await SaysAsync($"!!  RabbitMQ {address} menolak nama pengguna atau kata sandi.");
        gateway.With("Gateway__Messaging__RabbitMq__Uri", rabbit.Uri + "tidak-ada");
        await SaysAsync($"!!  RabbitMQ {address} tidak punya virtual host tidak-ada");
        gateway.With("Gateway__Messaging__RabbitMq__Uri", "env:GATEWAY_TEST_NOWHERE");
        await SaysAsync("!!  Alamat RabbitMQ tidak dapat dipakai: The environment variable 'GATEWAY_TEST_NOWHERE' is not set.");

        async Task SaysAsync(string line)
        {
            var answer = await gateway.RunAsync("doctor");
            Assert.That(answer.ExitCode, Is.EqualTo(1), answer.Error);
            Assert.That(answer.Output, Does.Contain(line).And.Not.Contain("salah-ketik"), answer.Error);
        }
    }

    [Test]
    public async Task ADatabaseThatIsNotThereIsNamedWithoutItsPassword()
    {
        await using var gateway = Gateway(Registries.Form)
            .With("Gateway__Ledger__Provider", "SqlServer")
            .With("Gateway__Ledger__ConnectionString", $"Server=127.0.0.1,{ScriptedServer.RefusedPort()};Database=gateway;User ID=gateway;Password=salah-ketik;Connect Timeout=5")
            .With("Gateway__Identity__MasterKey", "env:GATEWAY_TEST_KEY").With("GATEWAY_TEST_KEY", Convert.ToBase64String(new byte[32]));

        var answer = await gateway.RunAsync("doctor");

        Assert.That(answer.ExitCode, Is.EqualTo(4), answer.Output + answer.Error);
        Assert.That(answer.Output, Does.StartWith("!!  Ledger tidak dapat dibuka: ").And.Contain("ok  Ruang disk").And.Not.Contain("salah-ketik"));
    }

    private static GatewayProcess Gateway(string channel) => new(Registries.With(OpenedHouse.Nowhere, "", channel));
}
