using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>The language a sender asks for in <c>Accept-Language</c>, of the two we have.</summary>
internal static class AnswerLanguage
{
    /// <summary><c>id</c> or <c>en</c>; <paramref name="otherwise"/> when neither is asked for.</summary>
    public static string Of(HttpRequest request, string otherwise) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.Value?.Split('-')[0].ToLowerInvariant() switch { "id" or "in" => "id", "en" => "en", _ => null })
            .FirstOrDefault(language => language is not null) ?? otherwise;
}
