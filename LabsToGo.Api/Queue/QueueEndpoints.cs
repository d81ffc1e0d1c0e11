using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Queue;

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/queue/status", (QueueReader reader, CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken))
            .Produces<QueueStatusResponse>()
            .WithTags("Queue")
            .RequireAuthorization();

        var errors = app.MapGroup("/api/queue/errors/{queue}").WithTags("Queue").RequireAuthorization(Policies.CanWrite);
        errors.MapGet("/", ErrorQueueHandling.ListAsync);
        errors.MapPost("/requeue", ErrorQueueHandling.RequeueAsync);
    }
}
