using System.Collections.Concurrent;
using LabsToGo.Data.Live;
using StackExchange.Redis;

namespace LabsToGo.Api.Live;

/// <summary>Wakes those who watch a campaign or an organization when a process says over Redis that something moved.</summary>
internal sealed partial class ChangeFeed(IConnectionMultiplexer redis, ILogger<ChangeFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();

    /// <summary>Returns at the next change, or after <paramref name="atMost"/>: Redis may be away, and then the watchers look by themselves.</summary>
    /// <param name="id">Of a campaign or of an organization.</param>
    public async Task WaitAsync(Guid id, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var change = _waiting.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await Task.WhenAny(change.Task, Task.Delay(atMost, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Once made, the subscription is restored by the client itself whenever the connection comes back.
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await redis.GetSubscriber().SubscribeAsync(CampaignChanges.Channel, (_, word) => Wake(word!));
                return;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                Log.NotSubscribed(logger, exception.Message);
                await Task.Delay(Retry, stoppingToken);
            }
        }
    }

    private void Wake(string word)
    {
        var (organizationId, campaignId) = CampaignChanges.Parse(word);
        foreach (var id in (ReadOnlySpan<Guid>)[organizationId, campaignId])
        {
            if (_waiting.TryRemove(id, out var change))
                change.TrySetResult();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Live changes can't be heard from Redis yet ({Problem}); pages refresh more slowly meanwhile.")]
        public static partial void NotSubscribed(ILogger logger, string problem);
    }
}
