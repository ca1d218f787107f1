using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

// The phase in which anything may go wrong.
internal sealed partial class Schedule
{
    private static readonly TimeSpan[] Jumps =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2)];

    // Short enough that nobody who looked before takes the others for living.
    private static readonly TimeSpan[] ShortJumps = Jumps[..3];

    // What the calendar is set to, beside true time.
    private static readonly TimeSpan[] Drifts = [TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromHours(-2), TimeSpan.FromHours(7), TimeSpan.FromHours(-7)];

    // Long enough that another has taken over.
    private static readonly TimeSpan[] LongFreezes = Ways.Freezes[2..];

    // Steps in which a schedule that is after something goes straight there.
    private int calm = 60;

    private readonly List<PendingCall> ready = [];
    private readonly List<PendingCall> forwarding = [];

    private bool IsCalm => world.Aim.IsPending && calm > 0;

    private void StormStep()
    {
        calm--;
        world.RunLater();
        if (world.Restoration is { IsDone: false } restoration && world.Choices.Next(30) == 29) restoration.Act();
        switch (world.Choices.Next(100))
        {
            case < 77: Proceed(); break;
            case < 83: Advance(world.Clock.Now + world.Choices.Of(world.Aim.IsAtDuty ? ShortJumps : Jumps)); break;
            case < 89: world.OfficersCalled += world.IsBusy ? 3 : 1; break;
            case < 92 when world.Sources.Items.Count < 8: world.Sources.Arrive(world.Choices); break;
            case < 93: world.Broker.DoubleFirst(); break;
            case < 94: world.Broker.LoseAll(); break;
            case < 95: world.Broker.AwayUntil = world.Clock.Now + world.Choices.Of(Ways.Freezes); break;
            case < 96 when world.Choices.Strikes(10 * world.CrashPercent): Crash(); break;
            case >= 96 and var rough when world.IsRough && !IsCalm && world.Choices.Next(3) == 2: Trouble(rough); break;
            default: break;
        }

        SettleActors();
    }

    private void Crash()
    {
        world.Note("crash between two steps");
        world.Crash(world.Choices.Of(world.Nodes));
    }

    private void Trouble(int which)
    {
        switch (which)
        {
            case 96: Stop(world.Choices.Of(world.Nodes), Someday()); break;
            case 97: world.DatabaseAwayUntil = Someday(); break;
            case 98: world.DiskFullUntil = Someday(); break;
            default: SetClock(world.Choices.Of(Drifts)); break;
        }
    }

    private DateTimeOffset Someday() => world.Clock.Now + world.Choices.Of(world.Aim.IsAtDuty ? LongFreezes : Ways.Freezes);

    private void Stop(Node node, DateTimeOffset until)
    {
        world.Note($"{node.Name} is stopped until {until:HH:mm:ss}");
        node.StoppedUntil = until;
        foreach (var call in world.Pending)
            if (call.Node == node) world.Coverage.Count(call.Name, Fault.Stopped);
        // What it had not sent off arrives at any time meanwhile, or later than it goes on.
        if (!world.Aim.IsAtDuty && world.Choices.Next(2) == 0) return;
        foreach (var call in world.Pending)
            if (call.Node == node && !call.IsDone && !call.FailsLater) call.NotBefore = Someday();
    }

    private void SetClock(TimeSpan drift)
    {
        if (world.Clock.Drift == drift) return;
        world.SetCalendar(drift);
        world.Note("the clock is set");
        foreach (var call in world.Pending) world.Coverage.Count(call.Name, Fault.ClockSet);
    }

    private void Proceed()
    {
        var now = world.Clock.Now;
        ready.Clear();
        forwarding.Clear();
        foreach (var call in world.Pending)
        {
            // What a stopped node had sent off may still arrive; it hears of it later.
            if (call.NotBefore > now || (call.Node.StoppedUntil > now && (call.IsDone || call.FailsLater))) continue;
            ready.Add(call);
            if (call.Actor.IsAtCentre) forwarding.Add(call);
        }

        // Half of the time something that concerns the centre goes on, or the storm would be over before much was sent.
        var forwards = world.Choices.Next(IsCalm && world.Aim.IsAtCentre ? 5 : 2) > 0;
        if (forwards && forwarding.Count > 0)
        {
            Proceed(world.Choices.Of(forwarding));
            return;
        }

        due.Clear();
        foreach (var node in world.Nodes)
        {
            if (node.StoppedUntil > now) continue;
            foreach (var actor in node.Actors)
                if (IsDue(actor)) due.Add((node, actor));
        }

        if (forwards && due.FindIndex(one => one.Actor.Name == "relay" || one.Actor.IsAtCentre) is >= 0 and var first)
        {
            Start(due[first].Node, due[first].Actor);
            return;
        }

        if (ready.Count + due.Count == 0)
        {
            Advance(NextMoment());
            return;
        }

        var chosen = world.Choices.Next(ready.Count + due.Count);
        if (chosen < ready.Count) Proceed(ready[chosen]);
        else Start(due[chosen - ready.Count].Node, due[chosen - ready.Count].Actor);
    }

    private void Proceed(PendingCall call)
    {
        if (call.IsDone || call.FailsLater)
        {
            Answer(call);
            return;
        }

        var way = WayOf(call);
        // These are counted with every call that is under way.
        if (way is not (Fault.Crash or Fault.Stopped or Fault.ClockSet)) world.Coverage.Count(call.Name, way.Length == 0 ? "well" : way);
        if (world.Trace is not null) world.Note($"{call.Node.Name} {call.Actor.Name}: {call.Name} {way}");
        switch (way)
        {
            case "fails":
                FailOnceAwake(call);
                break;
            case Fault.DatabaseAway:
                if (world.DatabaseAwayUntil <= world.Clock.Now) world.DatabaseAwayUntil = Someday();
                FailOnceAwake(call);
                break;
            case Fault.DiskFull:
                if (world.DiskFullUntil <= world.Clock.Now) world.DiskFullUntil = Someday();
                FailOnceAwake(call);
                break;
            case Fault.Crash:
                world.Crash(call.Node);
                break;
            case Fault.Stopped:
                Stop(call.Node, Someday());
                break;
            case Fault.ClockSet:
                SetClock(world.Choices.Of(Drifts[1..]));
                break;
            case "lost":
                Happen(call);
                FailOnceAwake(call);
                break;
            case "overtaken":
                call.IsOrphaned = true;
                FailOnceAwake(call);
                world.Later(TimeSpan.FromSeconds(20), () => HappenLate(call));
                break;
            case "late":
                Happen(call);
                Freeze(call);
                break;
            case "frozen":
                Freeze(call);
                break;
            default:
                call.Way = way;
                Happen(call);
                if (Ways.IsTimeOut(way)) call.NotBefore = world.Clock.Now + TimeSpan.FromSeconds(90);
                else if (!call.Node.IsStopped) Answer(call);
                break;
        }
    }

    private string WayOf(PendingCall call)
    {
        var isWrite = call.Seam is Seam.LedgerWrite or Seam.Lease;
        if ((isWrite || call.Seam == Seam.LedgerRead) && world.DatabaseAwayUntil > world.Clock.Now) return Fault.DatabaseAway;
        if ((isWrite || call.Seam == Seam.Payload) && world.DiskFullUntil > world.Clock.Now) return Fault.DiskFull;
        if (world.Aim.At(call.Name, world.Choices) is { } aimed) return aimed;
        if (call.Seam == Seam.Create && world.IsDown && world.Choices.Next(10) > 0) return "refused";
        if (call.Seam == Seam.Create && world.IsLying && world.Choices.Next(10) > 0) return LieOf();
        if (IsCalm && world.Choices.Next(4) > 0) return "";
        if (!world.Choices.Strikes(Ways.Percent(call, world.FaultPercent))) return "";
        var way = world.Choices.Of(Ways.Of(call.Seam, world.IsSleepy));
        return IsTooMuch(call, way) ? "" : way;
    }

    private string LieOf() => world.Ledger.Has(ComplaintState.Delivered) ? "lying-id" : world.Choices.Next(3) == 2 ? "stored-409" : "";

    // What stops a whole process or database is seldom, or nothing would ever get anywhere.
    private bool IsTooMuch(PendingCall call, string way) => way switch
    {
        Fault.Crash => world.CrashPercent == 0 || IsSpared(call),
        Fault.Stopped or Fault.ClockSet or Fault.DatabaseAway or Fault.DiskFull => !world.IsRough || IsSpared(call),
        _ => false,
    };

    private bool IsSpared(PendingCall call) => !Ways.Seldom.Contains(call.Name) && world.Choices.Next(4) > 0;

    private void FailOnceAwake(PendingCall call)
    {
        if (call.Node.IsStopped) call.FailsLater = true;
        else Fail(call);
    }

    // What was on its way to a disk that is gone arrives nowhere.
    private void HappenLate(PendingCall call)
    {
        if (ReferenceEquals(call.Node.Ledger, world.Ledger)) Happen(call);
    }

    private void Freeze(PendingCall call) =>
        call.NotBefore = world.Clock.Now + (world.IsSleepy ? Ways.Freezes[^1] : world.Choices.Of(Ways.Freezes));
}
