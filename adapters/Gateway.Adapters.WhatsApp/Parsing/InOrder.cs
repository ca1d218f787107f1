namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Works on the pieces of something with the help of other threads while the next are made, and hands the results on in the order of the
/// pieces. Few are under way at a time. The last piece is worked on by the thread that asks: a thing of one piece needs no other thread.
/// </summary>
internal static class InOrder
{
    // A piece for each core, and one to go on with: what waits in memory outlives the young heap.
    private static readonly int Ahead = Environment.ProcessorCount + 1;

    /// <summary>What a piece or the work throws, the enumeration throws. Work that was begun is over when the enumeration is.</summary>
    public static IEnumerable<TResult> Select<TPiece, TResult>(IEnumerable<TPiece> pieces, Func<TPiece, TResult> work)
    {
        var helpers = new HelpingThreads();
        var begun = new Queue<Task<TResult>>();
        try
        {
            using var next = pieces.GetEnumerator();
            if (!next.MoveNext()) yield break;
            var piece = next.Current;
            while (next.MoveNext())
            {
                begun.Enqueue(Begin(piece, work, helpers));
                piece = next.Current;
                if (begun.Count < Ahead) continue;
                while (!begun.Peek().IsCompleted && helpers.Help()) { }
                yield return begun.Dequeue().GetAwaiter().GetResult();
            }

            while (begun.TryDequeue(out var earlier)) yield return earlier.GetAwaiter().GetResult();
            yield return work(piece);
        }
        finally
        {
            foreach (Task left in begun) left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }

    private static Task<TResult> Begin<TPiece, TResult>(TPiece piece, Func<TPiece, TResult> work, HelpingThreads helpers) =>
        Task.Factory.StartNew(() => work(piece), CancellationToken.None, TaskCreationOptions.None, helpers);
}
