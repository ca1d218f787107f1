using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email.Watching;

/// <summary>What the book says about the files of a watched folder: <c>file/{sha256}</c>, and <c>recover/file/{sha256}</c> for what an officer asks back.</summary>
internal sealed class FolderMemory(ISourceBook book, string channel)
{
    public async Task<bool> IsSeenAsync(string hash, CancellationToken ct) => await book.GetAsync(channel, "file/" + hash, ct) is not null;

    public async Task<bool> IsWantedAsync(string hash, CancellationToken ct) => await book.GetAsync(channel, "recover/file/" + hash, ct) == "wanted";

    public async Task<bool> IsAnyWantedAsync(CancellationToken ct) => (await book.FindAsync(channel, "recover/file/", ct)).Values.Contains("wanted");

    /// <summary>After the receipt, never before it.</summary>
    public Task RememberAsync(string hash, string outcome, bool wasWanted, CancellationToken ct)
    {
        var values = new Dictionary<string, string> { ["file/" + hash] = outcome };
        if (wasWanted) values["recover/file/" + hash] = "done";
        return book.PutAsync(channel, values, ct);
    }
}
