using System.CommandLine;
using Gateway.Core;
using Gateway.Core.Operations;

namespace Gateway.Server.Commands;

/// <summary><c>gateway complaints hand-on NUMBER INSTANSI</c>: a complaint that is at the centre goes on to the institution that answers.</summary>
internal static class HandOnCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var number = new Argument<string>("number");
        var institution = new Argument<string>("instansi") { Description = "Kunci atau nama instansi, atau nomornya di pusat / Key or name of an agency, or its id at the centre" };
        var command = Verb.Of("hand-on", "Disposisikan ke instansi yang berwenang / Hand on to the right institution", number, institution, options.By, options.Reason, options.Penelaah);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var result = TrackingNumber.TryRead(given.GetValue(number), out var read)
                ? await house.StartTask.HandOnAsync(read, given.GetValue(institution)!, given.Officer(context, options), ct)
                : new OperationResult(false, "not-a-number");
            if (!result.Done)
            {
                var exit = Verb.Tell(context, words, given.GetValue(number)!, result);
                if (result.Reasons.Count > 0) context.Error.WriteLine(words["op.institution-nearest"]);
                foreach (var near in result.Reasons) context.Error.WriteLine("  " + words.Of(near));
                return exit;
            }

            context.Out.WriteLine(words["op.hand-on-started", read, given.GetValue(institution)]);
            Verb.TellBeware(context, words, result);
            Verb.TellWhenItGoes(context, words);
            return 0;
        });
        return command;
    }
}
