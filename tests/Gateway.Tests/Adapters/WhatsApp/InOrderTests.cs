using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Work shared by threads looks as if one thread had done it, and is over when nobody waits for it any more.</summary>
internal sealed class InOrderTests
{
    [Test]
    public void ResultsComeInTheOrderOfThePieces([Values(0, 1, 2, 3, 500)] int pieces) =>
        Assert.That(InOrder.Select(Enumerable.Range(0, pieces), piece => piece * 2), Is.EqualTo(Enumerable.Range(0, pieces).Select(piece => piece * 2)));

    [Test]
    public void OnePieceIsWorkedOnByTheThreadThatAsks() =>
        Assert.That(InOrder.Select([1], _ => Environment.CurrentManagedThreadId).Single(), Is.EqualTo(Environment.CurrentManagedThreadId));

    [Test]
    public void FewPiecesAreUnderWay()
    {
        var made = 0;
        var mostAhead = 0;
        var taken = 0;
        foreach (var _ in InOrder.Select(Enumerable.Range(0, 200).Select(piece => { made++; return piece; }), piece => piece))
        {
            mostAhead = Math.Max(mostAhead, made - taken);
            taken++;
        }

        Assert.That(mostAhead, Is.LessThanOrEqualTo((Environment.ProcessorCount * 2) + 1));
    }

    [Test]
    public void WhatTheWorkThrowsSurfacesAfterTheResultsBeforeIt()
    {
        var seen = new List<int>();

        Assert.That(Walk, Throws.InstanceOf<InvalidDataException>());
        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 20)));

        void Walk()
        {
            foreach (var piece in InOrder.Select(Enumerable.Range(0, 50), piece => piece == 20 ? throw new InvalidDataException() : piece)) seen.Add(piece);
        }
    }

    [Test]
    public void WhatThePiecesThrowSurfaces() =>
        Assert.That(() => InOrder.Select(Enumerable.Range(0, 50).Select(piece => piece == 20 ? throw new IOException("20") : piece), piece => piece).Count(), Throws.InstanceOf<IOException>());

    [Test]
    public void NoWorkOutlivesAnEnumerationThatIsLeft()
    {
        var begun = 0;
        var ended = 0;
        foreach (var _ in InOrder.Select(Enumerable.Range(0, 1000), Work)) break;

        Assert.That(begun, Is.EqualTo(ended).And.LessThan(1000));

        int Work(int piece)
        {
            Interlocked.Increment(ref begun);
            Thread.SpinWait(100_000);
            Interlocked.Increment(ref ended);
            return piece;
        }
    }
}
