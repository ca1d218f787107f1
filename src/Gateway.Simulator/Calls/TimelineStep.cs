using Gateway.Simulator.Masters;

namespace Gateway.Simulator.Calls;

/// <summary>Where a complaint stood from a moment on.</summary>
/// <param name="When">The moment.</param>
/// <param name="Status">Its status from then on.</param>
/// <param name="At">The instansi it lay with; null when none is known.</param>
internal sealed record TimelineStep(DateTimeOffset When, CentralStatus Status, MasterRow? At);
