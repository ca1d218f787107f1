using Gateway.Contracts;
using Gateway.Contracts.Messages;
using Gateway.Core.Forwarding;
using Gateway.Core.Relay;
using Gateway.Infrastructure.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests.Infrastructure.Messaging;

/// <summary>The messaging room in a host of its own, as the server wires it.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    private readonly IHost host;

    private MessagingHost(IHost host) => this.host = host;

    public IBroker Broker => host.Services.GetRequiredService<IBroker>();

    public static async Task<MessagingHost> StartAsync(MessagingOptions options, IForwarder forwarder)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(forwarder);
        builder.Services.AddMessaging(options);
        var host = builder.Build();
        await host.StartAsync();
        return new MessagingHost(host);
    }

    public static ComplaintRecorded Message(string number) => new()
    {
        Number = number,
        Destination = "default",
        Published = new DateTimeOffset(2026, 5, 11, 10, 0, 0, TimeSpan.FromHours(8)),
        Complaint = new Complaint
        {
            Number = number,
            Klasifikasi = Klasifikasi.PermintaanInformasi,
            Judul = "Jadwal perbaikan jalan",
            Isi = "Kapan Jalan Pemuda diperbaiki? Sudah \"dijanjikan\" sejak Maret.",
            TanggalKejadian = new DateOnly(2026, 5, 9),
            Lampiran = [new Attachment("lampiran-1.jpg", "image/jpeg", 2048)],
            Channel = "dishub-email",
            Agency = "dishub",
            Source = new Provenance("INBOX", "1"),
        },
    };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
