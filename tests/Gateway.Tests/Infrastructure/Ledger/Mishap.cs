using Microsoft.Data.SqlClient;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>An error that a <see cref="ScriptedSession"/> meets once.</summary>
/// <param name="Fault">The error.</param>
/// <param name="Statement">Which statement of a transaction it meets, from 1; null for its commit.</param>
/// <param name="After">What it meets was done all the same.</param>
internal sealed record Mishap(SqlException Fault, int? Statement = null, bool After = false);
