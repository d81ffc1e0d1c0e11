using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Queue;

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/queue/status", (QueueReader reader, CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken))
            .Produces<QueueStatusResponse>()
            .WithTags("Queue")
            .RequirePermission(Permission.QueueRead);

        var errors = app.MapGroup("/api/queue/errors/{queue}").WithTags("Queue").RequirePermission(Permission.QueueRequeue);
        errors.MapGet("/", ErrorQueueHandling.ListAsync);
        errors.MapPost("/requeue", ErrorQueueHandling.RequeueAsync).Audit("queue.requeue").Idempotent();
    }
}
