using Microsoft.Extensions.Hosting;

namespace LabsToGo.AppHost.Running;

/// <summary>
/// Ends what waits for others before those: a worker finishes what is under way while its database and its broker still answer. Aspire itself ends all at once.
/// </summary>
internal sealed class OrderlyStop(DistributedApplicationModel model, ResourceCommandService commands) : IHostedLifecycleService
{
    private bool _began;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Who tests it, stops it more than once.
        if (Interlocked.Exchange(ref _began, true))
            return;
        foreach (var together in InOrder(model))
            await Task.WhenAll(together.Select(resource => commands.ExecuteCommandAsync(resource, KnownResourceCommands.StopCommand, cancellationToken)));
    }

    /// <summary>The services, those together that nobody waits for who has not ended.</summary>
    public static IEnumerable<IReadOnlyList<IResource>> InOrder(DistributedApplicationModel model)
    {
        var left = model.Resources.OfType<ProjectResource>().ToList<IResource>();
        while (left.Count > 0)
        {
            var awaited = left.SelectMany(resource => resource.Annotations.OfType<WaitAnnotation>()).Select(wait => wait.Resource).ToHashSet();
            var next = left.Where(resource => !awaited.Contains(resource)).ToList();
            left.RemoveAll(next.Contains);
            yield return next;
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
