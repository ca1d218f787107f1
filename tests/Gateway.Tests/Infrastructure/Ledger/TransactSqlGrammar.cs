using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gateway.Infrastructure.Ledger;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>Transact-SQL as every server takes it that speaks the protocol of SQL Server: parsed, without what others lack, with names that exist.</summary>
internal static partial class TransactSqlGrammar
{
    private static readonly ConcurrentDictionary<string, bool> Checked = new(StringComparer.Ordinal);

    private static readonly Tables Made = ReadTables();

    /// <summary>Column names by table, as the migrations for SQL Server make them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Schema { get; } =
        Made.Found.ToDictionary(table => table.Key, IReadOnlySet<string> (table) => table.Value, StringComparer.Ordinal);

    /// <summary>
    /// Comparisons of two columns of text that SQL Server would refuse, since their orders differ and none is named (error 468). Columns are known by their names;
    /// a name that is of one order in one table and of another elsewhere tells nothing.
    /// </summary>
    public static IReadOnlyList<string> Collisions(TSqlFragment fragment)
    {
        var found = new Comparisons();
        fragment.Accept(found);
        return found.Faults;
    }

    /// <summary>Which table points to which other.</summary>
    public static IReadOnlyCollection<(string From, string To)> Pointers => Made.Pointers;

    /// <summary>All tables, each before those it points to.</summary>
    public static IReadOnlyList<string> PointingFirst()
    {
        var ordered = new List<string>();
        void Add(string table)
        {
            foreach (var (from, _) in Pointers.Where(pointer => pointer.To == table)) Add(from);
            if (!ordered.Contains(table)) ordered.Add(table);
        }

        foreach (var table in Schema.Keys) Add(table);
        return ordered;
    }

    public static void Check(string sql)
    {
        if (Checked.ContainsKey(sql)) return;
        // A list becomes as many parameters as it is long when it is run.
        var fragment = Parse(List().Replace(sql, "IN (@$1)"));
        var looked = new Look();
        fragment.Accept(looked);
        Assert.That(looked.Faults.Concat(Collisions(fragment)), Is.Empty, sql);
        Checked.TryAdd(sql, true);
    }

    public static TSqlFragment Parse(string sql)
    {
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0) throw new AssertionException($"It does not parse ({errors[0].Message}): {sql}");
        return fragment;
    }

    private static Tables ReadTables()
    {
        var tables = new Tables();
        foreach (var script in Scripts()) Parse(script).Accept(tables);
        return tables;
    }

    /// <summary>The migrations in a folder, in order.</summary>
    public static IEnumerable<string> Scripts(string folder = "SqlServer")
    {
        var assembly = typeof(SqlServerLedger).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains($".Migrations.{folder}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex(@"\bIN @(\w+)")]
    private static partial Regex List();

    private sealed class Tables : TSqlFragmentVisitor
    {
        public Dictionary<string, HashSet<string>> Found { get; } = new(StringComparer.Ordinal);

        public HashSet<(string From, string To)> Pointers { get; } = [];

        /// <summary>Of columns of text by name: their orders; empty for that of the database.</summary>
        public Dictionary<string, HashSet<string>> Orders { get; } = new(StringComparer.Ordinal);

        public override void Visit(CreateTableStatement node)
        {
            Found.Add(node.SchemaObjectName.BaseIdentifier.Value, []);
            Add(node.SchemaObjectName, node.Definition);
        }

        public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

        private void Add(SchemaObjectName name, TableDefinition definition)
        {
            var table = name.BaseIdentifier.Value;
            foreach (var column in definition.ColumnDefinitions.Where(column => column.DataType is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.NVarChar }))
            {
                if (!Orders.TryGetValue(column.ColumnIdentifier.Value, out var orders)) Orders.Add(column.ColumnIdentifier.Value, orders = []);
                orders.Add(column.Collation?.Value ?? "");
            }

            Found[table].UnionWith(definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));
            Pointers.UnionWith(definition.ColumnDefinitions.SelectMany(column => column.Constraints).Concat(definition.TableConstraints)
                .OfType<ForeignKeyConstraintDefinition>().Select(key => (table, key.ReferenceTableName.BaseIdentifier.Value)).Where(pointer => pointer.table != pointer.Value));
        }
    }

    private sealed class Comparisons : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        public override void Visit(BooleanComparisonExpression node) => Compare(node.FirstExpression, node.SecondExpression);

        public override void Visit(LikePredicate node) => Compare(node.FirstExpression, node.SecondExpression);

        private void Compare(ScalarExpression one, ScalarExpression other)
        {
            var (mine, theirs) = (new Columns(), new Columns());
            one.Accept(mine);
            other.Accept(theirs);
            if (mine.IsNamed || theirs.IsNamed) return;
            foreach (var (name, order) in mine.Orders)
                foreach (var (another, otherOrder) in theirs.Orders)
                    if (order != otherOrder) Faults.Add($"{name} and {another} are of different orders: name one with COLLATE.");
        }
    }

    private sealed class Columns : TSqlFragmentVisitor
    {
        public List<(string Name, string Order)> Orders { get; } = [];

        public bool IsNamed { get; private set; }

        public override void Visit(ColumnReferenceExpression node)
        {
            IsNamed |= node.Collation is not null;
            if (node.MultiPartIdentifier is { } identifier && Made.Orders.TryGetValue(identifier.Identifiers[^1].Value, out var orders) && orders.Count == 1) Orders.Add((identifier.Identifiers[^1].Value, orders.Single()));
        }

        // What a sub-select compares inside it compares itself.
        public override void ExplicitVisit(ScalarSubquery node) { }
    }

    private sealed class Look : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        public override void Visit(MergeStatement node) => Faults.Add("MERGE is not taken by others.");

        public override void Visit(TableHint node) => Faults.Add("A lock hint is ignored by others.");

        public override void Visit(WaitForStatement node) => Faults.Add("WAITFOR is not taken by others.");

        public override void Visit(AssignmentSetClause node)
        {
            if (node.AssignmentKind != AssignmentKind.Equals) Faults.Add("+= is not taken by others.");
        }

        public override void Visit(NamedTableReference node)
        {
            var name = node.SchemaObject.BaseIdentifier.Value;
            if (!Schema.ContainsKey(name)) Faults.Add($"No table '{name}' in the migrations.");
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not { } identifier) return;
            var name = identifier.Identifiers[^1].Value;
            if (!Schema.Values.Any(columns => columns.Contains(name))) Faults.Add($"No column '{name}' in the migrations.");
        }
    }
}
