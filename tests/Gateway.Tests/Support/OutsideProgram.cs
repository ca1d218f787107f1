using System.Diagnostics;

namespace Gateway.Tests.Support;

/// <summary>A program of the system that a test needs, such as node or php. Where it is missing the test fails and says what to install.</summary>
internal static class OutsideProgram
{
    /// <summary>Runs it to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(string name, string package, string input, params string[] arguments)
    {
        using var process = Start(name, package, new Dictionary<string, string>(), arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.That(process.ExitCode, Is.Zero, await fault);
        return await output;
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(string name, string package, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"{name} is missing. Install the Debian package {package}.");
        }
    }
}
