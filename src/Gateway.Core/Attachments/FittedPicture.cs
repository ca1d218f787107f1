using Gateway.Contracts.Files;

namespace Gateway.Core.Attachments;

/// <summary>What became of a picture: bytes that may leave, or why there are none.</summary>
/// <param name="Bytes">The fitted picture; null when there is a fault.</param>
/// <param name="Kind">Its kind now; null when there is a fault.</param>
/// <param name="Place">Where it was taken, as it stood in the original; null when that does not say.</param>
/// <param name="Fault">Reason code: <see cref="Unreadable"/>, <see cref="TooManyPixels"/>, <see cref="NotFitted"/> or <see cref="SeveralPages"/>; null when it fits.</param>
public sealed record FittedPicture(ReadOnlyMemory<byte>? Bytes, FileKind? Kind, GeoPoint? Place, string? Fault)
{
    /// <summary>It is damaged, or of a kind that cannot be read here.</summary>
    public const string Unreadable = "picture-unreadable";

    /// <summary>Its header promises more pixels than this machine should unpack.</summary>
    public const string TooManyPixels = "picture-too-many-pixels";

    /// <summary>It does not fit even when it is as small as may be.</summary>
    public const string NotFitted = "picture-not-fitted";

    /// <summary>It has pages behind the first one, and a picture that leaves has one.</summary>
    public const string SeveralPages = "picture-several-pages";
}
