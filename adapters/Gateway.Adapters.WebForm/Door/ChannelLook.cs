using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>
/// What is not right about the door of a channel on this machine: secrets that are not there, which turn every post away, and a door that
/// only the sender's address closes.
/// </summary>
internal static class ChannelLook
{
    public static IEnumerable<ChannelFinding> At(Channel channel, Func<string, string> secret)
    {
        var settings = FormSettings.Of(channel);
        if (settings.Token is { } token && SecretWords.Of(token, secret) is null)
            yield return Absent(channel, "token", token, "form-no-secret");
        if (settings.Signature is { } signature && !PostSignature.HasKeys(signature, secret))
            yield return Absent(channel, "signature.secret", signature.Secret, SecretWords.Of(signature.Secret, secret) is null ? "form-no-secret" : "form-no-base64");
        if (settings is { Token: null, Signature: null, Page: null })
        {
            yield return new ChannelFinding(
                IsFault: false,
                $"{channel.Key}: without webform.token or webform.signature posts are taken from this machine alone. A proxy on this machine that adds no X-Forwarded-For lets everybody in: write a token before one stands in front.")
            {
                Code = "form-this-machine",
                Values = [channel.Key],
            };
        }
    }

    private static ChannelFinding Absent(Channel channel, string setting, string reference, string code)
    {
        // A reference that is no reference is the secret itself, and is not said.
        var isReference = reference.StartsWith("env:", StringComparison.Ordinal) || reference.StartsWith("file:", StringComparison.Ordinal);
        var why = code == "form-no-base64" ? "is no base64 behind whsec_" : "cannot be read or is empty";
        return new ChannelFinding(
            IsFault: true,
            $"{channel.Key}: webform.{setting} ({(isReference ? reference : "written in the registry")}) {why}; every post is answered with 503 channel-not-ready. Set it for the process that runs serve, then start it again.")
        {
            Code = code,
            Values = [channel.Key, $"webform.{setting}" + (isReference ? $" ({reference})" : "")],
        };
    }
}
