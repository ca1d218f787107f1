namespace Gateway.Simulator.Faults;

/// <summary>One scripted fault: which calls it meets and what they get.</summary>
/// <param name="Call">The kind of call it waits for.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Nth">The first call it meets, counted from 1 and from the moment the fault was added.</param>
/// <param name="Times">How many calls in a row it meets; 0 = for ever.</param>
/// <param name="Seconds">Delay, silence or Retry-After; null = 5, for time-out-after-storing 120 (longer than any caller waits).</param>
/// <param name="Status">HTTP status for <c>refuse</c> (null = 422) and <c>status</c>.</param>
public sealed record SimulatorFault(
    CentralCall Call, FaultKind Kind, int Nth = 1, int Times = 1, double? Seconds = null, int? Status = null)
{
    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds ?? (Kind == FaultKind.TimeOutAfterStoring ? 120 : 5));
}
