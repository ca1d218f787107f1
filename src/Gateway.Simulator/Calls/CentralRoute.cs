using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>One call of the contract: how it is reached, what kind of call it is, and what carries it out.</summary>
internal sealed record CentralRoute(string Method, string Template, CentralCall Call, Func<HttpRequest, Task<Answer>> CarryOut);
