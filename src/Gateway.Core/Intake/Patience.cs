using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>
/// Calls the ledger again when its answer was lost. Ids are made before the call, so the same write again is recognised; after three
/// lost answers the source keeps the item.
/// </summary>
internal static class Patience
{
    private const int Tries = 3;

    public static Task WriteAsync(Func<Task> write) => ReadAsync(async () =>
    {
        await write();
        return true;
    });

    public static async Task<T> ReadAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (LedgerUnavailableException) when (attempt < Tries)
            {
            }
            catch (LedgerUnavailableException unavailable)
            {
                throw new IntakeRefusedException("The ledger cannot be written. Nothing was accepted; look at: gateway doctor", unavailable) { Code = "no-ledger" };
            }
        }
    }
}
