using Gateway.Simulator.Book;

namespace Gateway.Simulator.Calls;

/// <summary>The calls of contracts/sp4n-lapor.openapi.yaml, all of them and nothing else. A test compares the two.</summary>
internal static class CentralRoutes
{
    public static IReadOnlyList<CentralRoute> Of(ComplaintBook book, SimulatorOptions options) =>
    [
        new("POST", "/complaints/complaint/file", CentralCall.Upload, new UploadFiles(book).CarryOutAsync),
        new("POST", "/complaints/complaint", CentralCall.Create, new CreateComplaint(book, options.AnswerVariant).CarryOutAsync),
    ];
}
