using Gateway.Tests.Infrastructure.Ledger;

namespace Gateway.Tests;

/// <summary>Removes at the end of the run what outlives single tests.</summary>
[SetUpFixture]
internal sealed class Leftovers
{
    [OneTimeTearDown]
    public static Task RemoveAsync() => SqlServerPlace.LeaveAsync();
}
