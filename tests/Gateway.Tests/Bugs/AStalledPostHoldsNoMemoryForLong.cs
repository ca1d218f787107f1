using System.Buffers;
using System.IO.Pipelines;
using Gateway.Adapters.WebForm.Door;
using Gateway.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Bugs;

/// <summary>Thirty-five posts that stopped a hundred bytes before their end held a gigabyte for as long as they liked.</summary>
internal sealed class AStalledPostHoldsNoMemoryForLong
{
    private readonly FakeTimeProvider time = new(Some.Noon);

    [Test]
    public async Task ABodyThatDoesNotEndIsGivenUpAtItsDeadline()
    {
        var door = new IntakeDoor(_ => null, null!, name => name, time);
        var reading = PostReading.ReadAsync(Stalled(new Pipe(), 0), door, door.Limit);

        time.Advance(door.Deadline);

        Assert.That((await reading).Refusal, Is.EqualTo("post-cut-off"));
    }

    [Test]
    public async Task BeyondTheBudgetAPostIsPutOffAndTheRoomComesBack()
    {
        var door = new IntakeDoor(_ => null, null!, name => name, time) { InFlight = new BodyBudget(100) };
        var first = PostReading.ReadAsync(Stalled(new Pipe(), 80), door, door.Limit);

        Assert.That((await PostReading.ReadAsync(Stalled(new Pipe(), 30), door, door.Limit)).Refusal, Is.EqualTo("intake-closed"));

        time.Advance(door.Deadline);
        await first;
        Assert.That(door.InFlight.TryTake(100), Is.True);
    }

    [Test]
    public async Task APostThatIsWholeKeepsItsRoomUntilItIsAnswered()
    {
        var door = new IntakeDoor(_ => null, null!, name => name, time) { InFlight = new BodyBudget(100) };
        var pipe = new Pipe();
        var context = Stalled(pipe, 80);
        await pipe.Writer.CompleteAsync();

        var read = await PostReading.ReadAsync(context, door, door.Limit);
        Assert.That(read.Bytes, Has.Length.EqualTo(80));
        Assert.That(door.InFlight.TryTake(30), Is.False);

        read.Dispose();
        Assert.That(door.InFlight.TryTake(100), Is.True);
    }

    private static DefaultHttpContext Stalled(Pipe pipe, int bytes)
    {
        pipe.Writer.Write(new byte[bytes]);
        pipe.Writer.FlushAsync().AsTask().GetAwaiter().GetResult();
        return new DefaultHttpContext { Request = { Body = pipe.Reader.AsStream() } };
    }
}
