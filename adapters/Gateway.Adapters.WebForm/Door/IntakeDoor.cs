using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>What the HTTP door of the forms needs from the house it stands in.</summary>
/// <param name="FindChannel">The channel of a key as the registry has it now, or null.</param>
/// <param name="Intake">Where accepted posts go.</param>
/// <param name="Secret">Resolves <c>env:NAME</c> and <c>file:PATH</c>; throws with the name when absent. Other text is itself.</param>
/// <param name="Time">The clock that dates a post.</param>
public sealed record IntakeDoor(Func<string, Channel?> FindChannel, IIntake Intake, Func<string, string> Secret, TimeProvider Time)
{
    /// <summary>Most bytes of one post, its files included.</summary>
    /// <value>Default 20 MiB; over it the post is refused with 413 and not kept.</value>
    public long Limit { get; init; } = 20 << 20;

    /// <summary>How long the body of one post may take to come.</summary>
    /// <value>Default 2 minutes, in which 20 MiB come over a line of 1.5 Mbit/s; then it is answered with 408 and not kept.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Room for the bodies under way.</summary>
    /// <value>Default 256 MiB for all together; a post beyond it is answered with 503 and not kept.</value>
    public BodyBudget InFlight { get; init; } = new(256L << 20);

    /// <summary>Language of the answers when the client asks for none of ours: <c>id</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary>Name of an agency by its key, for the page; null when there is none.</summary>
    public Func<string, string?> AgencyName { get; init; } = _ => null;

    /// <summary>The form that a request names in its address; null when there is none.</summary>
    internal Channel? Form(HttpContext context) =>
        FindChannel(context.Request.RouteValues["channel"] as string ?? "") is { Kind: "webform" } channel ? channel : null;
}
