using Gateway.Core.Forwarding;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Infrastructure.Central;

/// <summary>Wires the client of the centre.</summary>
public static class CentralRegistration
{
    /// <param name="services">Where to; <see cref="TimeProvider"/> must be registered.</param>
    /// <param name="secrets">Resolves a header value: <c>env:NAME</c> and <c>file:PATH</c> to the secret, anything else to itself.</param>
    public static IServiceCollection AddCentral(this IServiceCollection services, Func<string, string> secrets) =>
        services.AddSingleton<ICentral>(provider => new CentralClient(secrets, provider.GetRequiredService<TimeProvider>()));
}
