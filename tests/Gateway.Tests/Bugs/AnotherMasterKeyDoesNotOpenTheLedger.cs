using System.Runtime.Versioning;
using System.Security.Cryptography;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Source keys are hashes under the master key. A gateway started with a new key found every known mail new and would have sent all of
/// them to the centre a second time.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class AnotherMasterKeyDoesNotOpenTheLedger
{
    [Test]
    public async Task ItIsRefusedWithFourUntilTheOldKeyIsBack()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        var number = await opened.PostAsync("""{"isi":"Lampu jalan di Jalan Juanda padam."}""");
        await opened.CloseAsync();
        var path = Path.Combine(opened.Data, "master.key");
        var old = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        Assert.That(
            opened.OpenAsync,
            Throws.InstanceOf<CommandException>().With.Property(nameof(CommandException.ExitCode)).EqualTo(4).And.Message.Contains("bukan kunci ledger ini"));

        File.Delete(path);
        Assert.That(opened.OpenAsync, Throws.InstanceOf<CommandException>().With.Message.Contains("Kembalikan kuncinya"), "no new key is made beside a ledger");

        await File.WriteAllTextAsync(path, old);
        await opened.OpenAsync();
        Assert.That(await opened.House.Ledger.FindAsync(number, CancellationToken.None), Is.Not.Null, "the refusal let go of folder and ledger");
    }

    [Test]
    public async Task TheCommandEndsWithFour()
    {
        await using var gateway = new GatewayProcess(Registries.With(OpenedHouse.Nowhere, "", Registries.Form));
        Assert.That((await gateway.RunAsync("channels", "apply", gateway.RegistryPath, "--yes")).ExitCode, Is.Zero);
        await File.WriteAllTextAsync(Path.Combine(gateway.Data, "master.key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        var answer = await gateway.RunAsync("complaints", "list");

        Assert.That(answer.ExitCode, Is.EqualTo(4), answer.Output + answer.Error);
        Assert.That(answer.Error, Does.Contain("bukan kunci ledger ini").And.Not.Contain("   at "));
    }
}
