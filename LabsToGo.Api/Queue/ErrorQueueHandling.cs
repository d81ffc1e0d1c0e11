using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Queue;

internal static class ErrorQueueHandling
{
    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(5), MovePatience = TimeSpan.FromSeconds(9);

    public static async Task<Results<Ok<IReadOnlyList<FailedWork>>, NotFound, ProblemHttpResult>> ListAsync(
        string queue, ErrorQueues errors, CancellationToken cancellationToken)
    {
        if (!WorkQueues.SourceOf.ContainsKey(queue))
            return TypedResults.NotFound();
        return await AskAsync(token => errors.PeekAsync(queue, token), LookPatience, cancellationToken) is { } work ? TypedResults.Ok(work) : Away();
    }

    public static async Task<Results<Ok<RequeueResponse>, NotFound, ProblemHttpResult>> RequeueAsync(
        string queue, ErrorQueues errors, CancellationToken cancellationToken)
    {
        if (!WorkQueues.SourceOf.ContainsKey(queue))
            return TypedResults.NotFound();
        return await AskAsync(async token => new RequeueResponse(await errors.RequeueAsync(queue, token)), MovePatience, cancellationToken) is { } moved
            ? TypedResults.Ok(moved)
            : Away();
    }

    private static async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask, TimeSpan time, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(time);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && BrokerConnection.IsAway(exception))
        {
            return null;
        }
    }

    private static ProblemHttpResult Away() =>
        TypedResults.Problem(
            "RabbitMQ does not answer, or not in time. Nothing is lost; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
