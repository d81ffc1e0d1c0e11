using System.Collections.Concurrent;
using System.Diagnostics;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Looping;
using LabsToGo.SmsWorker.RateLimiting;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio;
using LabsToGo.TwilioSandbox.Received;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using StackExchange.Redis;

namespace LabsToGo.FaultTests.RateLimiting;

/// <summary>G5 for the limiter alone: several workers, and a network that delays each message as it likes.</summary>
public sealed class SenderRateLimiterTests(StackFixture fixture)
{
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentBag<Receipt> _arrived = [];

    [Theory]
    [InlineData(300, 1, 0)]
    [InlineData(300, 3, 400)]
    [InlineData(12, 2, 200)]
    [InlineData(3.75, 2, 100)]
    public async Task Whenever_messages_arrive_no_second_holds_more_than_the_rate(double rate, int workers, int mostDelay)
    {
        var sender = Guid.NewGuid();
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(6));
        await Task.WhenAll(Enumerable.Range(1, workers).Select(seed => SendAsync(new SenderRate(sender, rate, 1), new Random(seed), mostDelay, over.Token)));

        var most = ReceivedSummary.Of([.. _arrived]).BusiestSecond.Single().Value;
        Assert.InRange(most, Math.Max(1, rate / 4), Math.Ceiling(rate));
    }

    [Fact]
    public async Task A_message_larger_than_the_rate_leaves_alone_and_stays_for_as_long_as_its_segments_need()
    {
        var sender = new SenderRate(Guid.NewGuid(), 2, 1);
        await using var redis = await ConnectAsync();
        var limiter = Limiter(redis, new QuickestAnswer(TimeProvider.System));
        var opened = new List<long>();
        for (var message = 0; message < 3; message++)
        {
            var slot = await limiter.ReserveAsync(sender, 1, least: 5, urgent: false, TestContext.Current.CancellationToken);
            await limiter.OpenAsync(slot);
            opened.Add(Stopwatch.GetTimestamp());
            limiter.Settle(slot, 5);
        }
        Assert.All(opened.Zip(opened.Skip(1)), pair => Assert.True(Stopwatch.GetElapsedTime(pair.First, pair.Second) > TimeSpan.FromSeconds(2.4)));
    }

    private async Task SendAsync(SenderRate sender, Random random, int mostDelay, CancellationToken over)
    {
        await using var redis = await ConnectAsync();
        var quickest = new QuickestAnswer(TimeProvider.System);
        var limiter = Limiter(redis, quickest);
        var posts = new List<Task>();
        while (!over.IsCancellationRequested)
        {
            try
            {
                var slot = await limiter.ReserveAsync(sender, 6, least: 1, urgent: false, over);
                posts.Add(PostAsync(limiter, quickest, slot, random.Next(mostDelay), random.Next(mostDelay)));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        await Task.WhenAll(posts);
    }

    private async Task PostAsync(SenderRateLimiter limiter, QuickestAnswer quickest, SendingSlot slot, int before, int after)
    {
        await limiter.OpenAsync(slot);
        var left = Stopwatch.GetTimestamp();
        await Task.Delay(Way + TimeSpan.FromMilliseconds(before));
        _arrived.Add(new Receipt(DateTimeOffset.UnixEpoch + Stopwatch.GetElapsedTime(0), "", "sender", slot.Segments, Accepted: true, null));
        await Task.Delay(after);
        quickest.Add(Stopwatch.GetElapsedTime(left));
        limiter.Settle(slot, slot.Segments);
    }

    private async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(fixture.Stack.Servers.RedisConnection);

    private static SenderRateLimiter Limiter(IConnectionMultiplexer redis, QuickestAnswer quickest) => new(
        redis,
        new WithoutRedis(
            new Leadership(NpgsqlDataSource.Create("Host=127.0.0.1"), "nobody", new LoopHealth(), TimeProvider.System, NullLogger<Leadership>.Instance),
                TimeProvider.System),
        quickest,
        Options.Create(new TwilioOptions { TimeoutSeconds = 5 }),
        Options.Create(new SendingOptions()),
        TimeProvider.System,
        NullLogger<SenderRateLimiter>.Instance);
}
