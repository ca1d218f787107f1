using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>What each kind of call looks for in the body of its answer.</summary>
internal static class Answers
{
    /// <param name="answer">The answer so far.</param>
    /// <param name="body">Its body.</param>
    /// <param name="unknownFiles">By what a refusal tells that files are not known; empty for nothing.</param>
    public static CentralAnswer OfCreate(CentralAnswer answer, AnswerBody body, string unknownFiles)
    {
        var id = body.ComplaintId();
        return answer with { Id = id, Readable = id is not null, NamesFiles = answer.Status >= 400 && unknownFiles.Length > 0 && MayNameFiles(answer, body) && body.Says(unknownFiles) };
    }

    // "File not found." says php-fpm of a wrong route.
    private static bool MayNameFiles(CentralAnswer answer, AnswerBody body) => answer.Status != 404 || body.IsObject;

    /// <summary>Both lists count. As many ids as files or the answer is not understood: a file without an id would be lost in silence.</summary>
    public static CentralAnswer OfUpload(CentralAnswer answer, AnswerBody body, IReadOnlyList<UploadFile> files)
    {
        var images = body.FileIds("images");
        var documents = body.FileIds("docs");
        var ids = images.Concat(documents).OfType<string>().ToList();
        if (ids.Count != files.Count || ids.Distinct().Count() != files.Count) return answer;
        return answer with { FileIds = InOrderOf(files, images, documents) ?? ids, Readable = true };
    }

    /// <summary>A hand-on or follow-up post: readable when it names what was made.</summary>
    public static CentralAnswer OfTask(CentralAnswer answer, AnswerBody body)
    {
        var id = body.MadeId();
        return answer with { Id = id, Readable = id is not null };
    }

    /// <summary>A complaint read back: readable when its text or its standing is there. The id is the one asked for.</summary>
    public static CentralAnswer OfRead(CentralAnswer answer, AnswerBody body, string id)
    {
        var (content, standing) = (body.Content(), StandingReader.Read(body));
        return content is null && standing is null ? answer : answer with { Id = id, Content = content, Standing = standing, Readable = true };
    }

    /// <summary>A page of follow-ups: readable when there is a list, and a way to the next page when there is one.</summary>
    public static CentralAnswer OfFollowUps(CentralAnswer answer, AnswerBody body, string id) =>
        StandingReader.FollowUps(body) is { } page ? answer with { Id = id, FollowUps = page, Readable = true } : answer;

    /// <summary>The institutions: readable when there is a list.</summary>
    public static CentralAnswer OfMasters(CentralAnswer answer, AnswerBody body) =>
        body.HasList() ? answer with { Id = "masters", Readable = true } : answer;

    private static List<string>? InOrderOf(IReadOnlyList<UploadFile> files, IReadOnlyList<string?> images, IReadOnlyList<string?> documents)
    {
        if (files.Count(IsImage) != images.Count) return null;
        var (image, document) = (0, 0);
        return [.. files.Select(file => IsImage(file) ? images[image++]! : documents[document++]!)];
    }

    private static bool IsImage(UploadFile file) => file.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
}
