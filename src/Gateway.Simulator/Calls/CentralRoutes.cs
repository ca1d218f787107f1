using Gateway.Simulator.Book;
using Gateway.Simulator.Masters;

namespace Gateway.Simulator.Calls;

/// <summary>The calls of contracts/sp4n-lapor.openapi.yaml, all of them and nothing else. A test compares the two.</summary>
internal static class CentralRoutes
{
    public static IReadOnlyList<CentralRoute> Of(ComplaintBook book, MasterTables tables, SimulatorOptions options) =>
    [
        new("POST", "/complaints/complaint/file", CentralCall.Upload, new UploadFiles(book, options.UploadLimit).CarryOutAsync),
        new("POST", "/complaints/complaint", CentralCall.Create, new CreateComplaint(book, options.AnswerVariant, options.ContentLimit).CarryOutAsync),
        new("POST", "/complaints/process/{id}/reject", CentralCall.Reject, new HandOnComplaint(book).CarryOutAsync),
        new("GET", "/complaints/{id}/complaint", CentralCall.Read, new ReadComplaint(book).CarryOutAsync),
        new("GET", "/complaints/{id}/followups", CentralCall.Read, new ReadFollowUps(book).CarryOutAsync),
        new("POST", "/complaints/followup/add", CentralCall.FollowUpAdd, new AddFollowUp(book).CarryOutAsync),
        new("GET", "/masters/institutions/external", CentralCall.Masters, new ListMasters(tables, options.MasterPageSize).InstitutionsAsync),
        new("GET", "/masters/templates", CentralCall.Masters, new ListMasters(tables, options.MasterPageSize).TemplatesAsync),
    ];
}
