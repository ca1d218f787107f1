using Refit;

namespace Gateway.Infrastructure.Central;

/// <summary>
/// The calls of the contract file. Bodies are built by us: Refit's own multipart has a constant boundary, through which a citizen's
/// file could inject form fields. Each answer comes raw, because whether it is a success is not for a client library to judge.
/// </summary>
internal interface ISp4nLaporApi
{
    [Post(CentralRoutes.Create)]
    Task<HttpResponseMessage> CreateAsync([Body] HttpContent body, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Post(CentralRoutes.Upload)]
    Task<HttpResponseMessage> UploadAsync([Body] HttpContent body, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Get(CentralRoutes.Read)]
    Task<HttpResponseMessage> ReadAsync(string id, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Get(CentralRoutes.Masters)]
    Task<HttpResponseMessage> ReadMastersAsync([Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Post(CentralRoutes.HandOn)]
    Task<HttpResponseMessage> HandOnAsync(string id, [Body] HttpContent body, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Post(CentralRoutes.AddFollowUp)]
    Task<HttpResponseMessage> AddFollowUpAsync([Body] HttpContent body, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);

    [Get(CentralRoutes.FollowUps)]
    Task<HttpResponseMessage> ReadFollowUpsAsync(string id, [Property(CentralRequest.Property)] CentralRequest request, CancellationToken ct);
}
