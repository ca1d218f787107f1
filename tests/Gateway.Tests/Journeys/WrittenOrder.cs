using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Judges a trace of the gateway: what was on disk at the moment it told somebody something.</summary>
internal static class WrittenOrder
{
    /// <summary>Where the promise of a 202 was broken; none when the complaint was on disk before it left.</summary>
    public static IEnumerable<string> FaultsOfReceipt(IReadOnlyList<SystemCall> calls, string number)
    {
        if (Sent(calls, "HTTP/1.1 202") is not { } told) return ["No 202 was sent."];
        return Missing(calls, call => IsWriteTo(call, "-wal") && call.Text.Contains(number, StringComparison.Ordinal), "-wal", told, "the complaint before the 202");
    }

    /// <summary>Where the promise of a create was broken; none when its attempt was on disk before the first byte left.</summary>
    public static IEnumerable<string> FaultsOfCreate(IReadOnlyList<SystemCall> calls, string number)
    {
        if (Sent(calls, "POST /complaints/complaint") is not { } sent) return ["No create was sent."];
        return Missing(calls, call => IsWriteTo(call, "-wal") && call.Text.Contains(number + "defaultcreate", StringComparison.Ordinal), "-wal", sent, "the attempt before the create");
    }

    /// <summary>Where the promise of a payload file was broken; none when file, name and ledger were on disk, in this order, before the 202.</summary>
    public static IEnumerable<string> FaultsOfPayload(IReadOnlyList<SystemCall> calls, string number)
    {
        var written = calls.FirstOrDefault(call => IsSync(call, ".tmp>") && call.Text.Contains("/payloads/", StringComparison.Ordinal));
        if (written is null) return ["No payload file was synced."];
        if (calls.FirstOrDefault(call => call.Name.StartsWith("rename", StringComparison.Ordinal) && call.Begun > written.Ended && call.Text.Contains("/payloads/", StringComparison.Ordinal)) is not { } named)
            return ["The payload file was not named after its sync."];
        if (calls.FirstOrDefault(call => IsSync(call, "/payloads>") && call.Begun > named.Ended) is not { } folder) return ["The folder was not synced after the naming."];
        var committed = calls.FirstOrDefault(call => IsWriteTo(call, "-wal") && call.Text.Contains(number, StringComparison.Ordinal));
        return committed is null || committed.Begun < folder.Ended ? ["The ledger named the payload before its folder was synced."] : FaultsOfReceipt(calls, number);
    }

    private static IEnumerable<string> Missing(IReadOnlyList<SystemCall> calls, Func<SystemCall, bool> isWrite, string file, SystemCall told, string what)
    {
        if (calls.FirstOrDefault(call => isWrite(call) && call.Ended < told.Begun) is not { } write) return [$"Nothing wrote {what}."];
        return calls.Any(call => IsSync(call, file + ">") && call.Begun > write.Ended && call.Ended < told.Begun) ? [] : [$"Nothing synced {what}."];
    }

    private static SystemCall? Sent(IReadOnlyList<SystemCall> calls, string begin) =>
        calls.FirstOrDefault(call => call.Name is "sendto" or "sendmsg" or "write" or "writev" && call.Text.Contains("\"" + begin, StringComparison.Ordinal));

    private static bool IsWriteTo(SystemCall call, string file) =>
        call.Name is "write" or "pwrite64" && call.Text.Split(", ", 2)[0].EndsWith(file + ">", StringComparison.Ordinal);

    private static bool IsSync(SystemCall call, string file) =>
        call.Name is "fsync" or "fdatasync" && call.Text.Contains(file, StringComparison.Ordinal) && call.Text.TrimEnd().EndsWith("= 0", StringComparison.Ordinal);
}
