using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>What an adapter does for its source: hand over, get the receipt, tell the source. Only in this order.</summary>
internal sealed class Door(Node node, IIntake intake)
{
    public Task StepAsync(string channel) => channel == "dishub-form" ? PostAsync(channel) : LookAsync(channel);

    private async Task PostAsync(string channel)
    {
        if (node.World.Sources.Waiting(channel) is [var item, ..]) await TakeAsync(item, null);
    }

    private async Task LookAsync(string channel)
    {
        var waiting = node.World.Sources.Waiting(channel);
        var round = await intake.OpenRoundAsync(channel, "import", default);
        try
        {
            foreach (var item in waiting) await TakeAsync(item, round);
        }
        finally
        {
            await intake.CloseRoundAsync(round, default);
        }
    }

    private async Task TakeAsync(SourceItem item, string? round)
    {
        if (node.World.Mutant.Has(GatewayFault.TellsFirst)) await TellAsync(item, null);
        var name = SimulatedSources.Name(item);
        var raw = new RawItem { File = name, Content = new BytesContent(Encoding.UTF8.GetBytes(name)) };
        var receipt = await intake.AcceptAsync(item.Channel, round, raw, default);
        await TellAsync(item, receipt);
    }

    private Task TellAsync(SourceItem item, Receipt? receipt) => node.Ask(Seam.TellSource, "Tell", _ =>
    {
        node.World.Note($"{item.Channel} is told that {item.Key} is taken");
        item.Receipt = receipt;
        return item.IsTold = true;
    });
}
