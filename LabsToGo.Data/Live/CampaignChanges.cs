using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LabsToGo.Data.Live;

/// <summary>
/// Says over Redis that a campaign's counters moved, so that watching pages look again. Only ids, at most four times a second per campaign and process;
/// watchers also look by themselves now and then, so a lost word costs a second and Redis may be away.
/// </summary>
public sealed partial class CampaignChanges(IConnectionMultiplexer redis, TimeProvider time, ILogger<CampaignChanges> logger)
{
    public static readonly RedisChannel Channel = RedisChannel.Literal("labstogo:campaign-changed");

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Guid, long> _published = new();

    public void Changed(Guid organizationId, Guid campaignId)
    {
        var now = time.GetTimestamp();
        if (_published.TryGetValue(campaignId, out var last) && time.GetElapsedTime(last, now) < Interval)
            return;
        if (_published.Count > 10_000)
            _published.Clear();
        _published[campaignId] = now;
        try
        {
            redis.GetSubscriber().Publish(Channel, $"{organizationId}/{campaignId}", CommandFlags.FireAndForget);
        }
        catch (RedisException exception)
        {
            Log.NotPublished(logger, exception.Message);
        }
    }

    /// <summary>The two ids of one word on the channel.</summary>
    public static (Guid OrganizationId, Guid CampaignId) Parse(string message)
    {
        var slash = message.IndexOf('/', StringComparison.Ordinal);
        return (Guid.Parse(message.AsSpan(0, slash)), Guid.Parse(message.AsSpan(slash + 1)));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Redis did not take a change: {Problem}")]
        public static partial void NotPublished(ILogger logger, string problem);
    }
}
