using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>What the migrations ask of a server: the ledger nothing that some server refuses, the second line whatever SQL Server has.</summary>
internal sealed class SqlServerMigrationsTests
{
    [Test]
    public void TheLedgerHasNoUniqueIndexThatAServerMayRefuse()
    {
        var found = new Indexes();
        foreach (var script in TransactSqlGrammar.Scripts()) TransactSqlGrammar.Parse(script).Accept(found);
        Assert.That(found.Unique, Is.Empty, "with a condition, or over columns that may be empty, it belongs into SqlServerSecondLine, and the statement looks for itself");
        Assert.That(found.Computed, Is.Empty);
    }

    [Test]
    public void ATableIsEmptiedBeforeThoseItPointsTo()
    {
        var order = TransactSqlGrammar.PointingFirst().ToList();
        Assert.That(order, Is.EquivalentTo(TransactSqlGrammar.Schema.Keys));
        Assert.That(TransactSqlGrammar.Pointers, Does.Contain(("attempts", "tasks")).And.Contain(("tasks", "complaints")));
        Assert.That(TransactSqlGrammar.Pointers.Where(pointer => order.IndexOf(pointer.From) > order.IndexOf(pointer.To)), Is.Empty);
    }

    [Test]
    public void WhatTheSecondLineRunsIsTransactSqlAndCaught()
    {
        var found = new Indexes();
        foreach (var script in TransactSqlGrammar.Scripts("SqlServerSecondLine"))
        {
            var batch = (TSqlScript)TransactSqlGrammar.Parse(script);
            Assert.That(batch.Batches.SelectMany(part => part.Statements), Is.All.InstanceOf<TryCatchStatement>());
            batch.Accept(found);
        }

        Assert.That(found.Unique, Is.EquivalentTo(new[] { "reporter_index_identifies", "items_occurrence", "items_place", "complaints_central_id", "complaints_unpublished_now", "complaints_urgent_now" }));
    }

    private sealed class Indexes : TSqlFragmentVisitor
    {
        public List<string> Unique { get; } = [];

        public List<string> Computed { get; } = [];

        public override void Visit(CreateIndexStatement node)
        {
            if (node.Unique || node.FilterPredicate is not null) Unique.Add(node.Name.Value);
        }

        public override void Visit(ColumnDefinition node)
        {
            if (node.ComputedColumnExpression is not null) Computed.Add(node.ColumnIdentifier.Value);
        }

        public override void Visit(ExecutableStringList node) => TransactSqlGrammar.Parse(((StringLiteral)node.Strings[0]).Value).Accept(this);
    }
}
