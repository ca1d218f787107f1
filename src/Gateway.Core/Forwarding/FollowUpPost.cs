namespace Gateway.Core.Forwarding;

/// <summary>A follow-up (tindak lanjut) exactly as it leaves.</summary>
/// <param name="Fields">Field names of the contract file to values, in order.</param>
/// <param name="Files">Files that go along.</param>
public sealed record FollowUpPost(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<UploadFile> Files)
{
    /// <summary>The complaint at which it is posted, the complaint or item whose words it has, and the attempt under which it goes; null before a task has it.</summary>
    public (string Number, string Origin, string Attempt)? Of { get; init; }
}
