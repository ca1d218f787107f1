using System.Text;
using Gateway.Server.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
// Results go to scripts, often by the thousand lines: one write per line would be the slowest part.
await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 15) { AutoFlush = !Console.IsOutputRedirected };
var context = new CommandContext(output, Console.Error, Environment.CurrentDirectory, Environment.UserName, Running: null, Interactive: !Console.IsErrorRedirected);
return await CommandRunner.RunAsync(args, context, CancellationToken.None);
