using System.Data.Common;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The server has ended the transaction by itself: nothing of its group was written.</summary>
internal sealed class TransactionEndedException(Exception? inner = null) : DbException("The server ended the transaction. Nothing of it was written.", inner);
