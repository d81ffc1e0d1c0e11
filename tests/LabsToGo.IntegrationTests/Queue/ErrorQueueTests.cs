using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using RabbitMQ.Client;

namespace LabsToGo.IntegrationTests.Queue;

public sealed class ErrorQueueTests(StackFixture fixture) : IAsyncLifetime
{
    private const string Work = "send-batch", Failed = "send-batch_error";

    private IConnection _connection = null!;
    private IChannel _channel = null!;
    private ApiClient _api = null!;

    private Stack Stack => fixture.Stack;

    /// <summary>The queue is made when the first message is put aside, so one is; then it is emptied.</summary>
    public async ValueTask InitializeAsync()
    {
        _connection = await new ConnectionFactory { Uri = new Uri(Stack.Servers.Messaging) }.CreateConnectionAsync();
        _channel = await _connection.CreateChannelAsync();
        _api = await Stack.SignInAsync();
        await _channel.BasicPublishAsync("", Work, Encoding.UTF8.GetBytes("no json"));
        await WaitForAsync(count => count > 0);
        await _channel.QueuePurgeAsync(Failed);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.QueuePurgeAsync(Failed);
        _api.Dispose();
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task Failed_work_is_listed_and_tried_again()
    {
        var id = Guid.NewGuid();
        await PutAsideAsync(id);
        Assert.Equal(1, await WaitForAsync(count => count > 0));

        var work = Assert.Single(await ListAsync());
        Assert.Equal(
            new FailedWork(
                $"{id}", "LabsToGo.Contracts.Messages.SendBatch", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "System.TimeoutException",
                    "It took too long."),
            work);

        var moved = await _api.PostAsync<RequeueResponse>($"/api/queue/errors/{Failed}/requeue");
        Assert.Equal(1, moved.Moved);
        Assert.Equal(0, await WaitForAsync(count => count == 0));
        await WaitForAsync(count => count == 0, Work);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_fails_again_comes_back_with_the_new_reason()
    {
        await _channel.BasicPublishAsync(
            "", Work, false, new BasicProperties { MessageId = "nonsense" }, Encoding.UTF8.GetBytes("no json"), TestContext.Current.CancellationToken);
        await WaitForAsync(count => count > 0);
        var first = Assert.Single(await ListAsync());
        Assert.True(first is { MessageId: "nonsense", FailedAt: not null, ExceptionType: { Length: > 0 }, ExceptionMessage: { Length: > 0 } }, $"{first}");

        var moved = await _api.PostAsync<RequeueResponse>($"/api/queue/errors/{Failed}/requeue");
        Assert.Equal(1, moved.Moved);
        await WaitForAsync(count => count == 1);
        var again = Assert.Single(await ListAsync());
        Assert.True(again.FailedAt > first.FailedAt, $"{again} after {first}");
    }

    /// <summary>A quorum queue counts how often it gave a message back, and gives it up after twenty times.</summary>
    [Fact]
    public async Task However_often_it_is_looked_at_it_stays_and_does_not_wear_out()
    {
        const string Quorum = "start-direct_skipped";
        await _channel.QueueDeclareAsync(
            Quorum, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
            cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            foreach (var _ in Enumerable.Range(0, 3))
                await PutAsideAsync(Guid.NewGuid(), Quorum);
            await WaitForAsync(count => count == 3, Quorum);

            foreach (var _ in Enumerable.Range(0, 25))
                Assert.Equal(3, (await ListAsync(Quorum)).DistinctBy(work => work.MessageId).Count());

            Assert.Equal(3, await WaitForAsync(count => count == 3, Quorum));
            var message = await _channel.BasicGetAsync(Quorum, autoAck: false, TestContext.Current.CancellationToken);
            await _channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true, TestContext.Current.CancellationToken);
            Assert.InRange(Assert.IsType<long>(message.BasicProperties.Headers!["x-delivery-count"]), 1, 19);
        }
        finally
        {
            await _channel.QueueDeleteAsync(Quorum, cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Only_queues_of_failed_work_are_shown_and_only_to_those_who_may_write()
    {
        using var viewer = await Stack.SignInAsync("viewer@demo.example");
        foreach (var queue in new[] { Work, "no-such-queue", "amq.rabbitmq.reply-to" })
        {
            using var list = await _api.SendAsync(HttpMethod.Get, $"/api/queue/errors/{queue}");
            using var requeue = await _api.SendAsync(HttpMethod.Post, $"/api/queue/errors/{queue}/requeue");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (list.StatusCode, requeue.StatusCode));
        }
        using var refused = await viewer.SendAsync(HttpMethod.Post, $"/api/queue/errors/{Failed}/requeue");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await _api.GetAsync<IReadOnlyList<FailedWork>>("/api/queue/errors/start-campaign_skipped"));
    }

    private Task<IReadOnlyList<FailedWork>> ListAsync(string queue = Failed) => _api.GetAsync<IReadOnlyList<FailedWork>>($"/api/queue/errors/{queue}");

    /// <summary>A batch that is not there, as MassTransit leaves what failed.</summary>
    private async Task PutAsideAsync(Guid id, string queue = Failed)
    {
        var properties = new BasicProperties
        {
            MessageId = $"{id}",
            ContentType = "application/vnd.masstransit+json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>
            {
                ["MT-Reason"] = "fault",
                ["MT-Fault-ExceptionType"] = "System.TimeoutException",
                ["MT-Fault-Message"] = "It took too long.",
                ["MT-Fault-MessageType"] = "LabsToGo.Contracts.Messages.SendBatch",
                ["MT-Fault-Timestamp"] = "2026-01-02T03:04:05.0000000Z",
            },
        };
        var body = $$"""
            {"messageId": "{{id}}", "messageType": ["urn:message:LabsToGo.Contracts.Messages:SendBatch"],
             "message": {"organizationId": "{{id}}", "campaignId": "{{id}}", "senderId": "{{id}}", "segmentsPerSecond": 1, "batchId": "{{id}}", "segments": 1} }
            """;
        await _channel.BasicPublishAsync("", queue, false, properties, Encoding.UTF8.GetBytes(body));
    }

    private async Task<long> WaitForAsync(Func<long, bool> until, string queue = Failed)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(200))
        {
            var status = await _api.GetAsync<QueueStatusResponse>("/queue/status");
            if (status.Queues.FirstOrDefault(shown => shown.Name == queue) is { } found && until(found.Messages))
                return found.Messages;
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"{queue} never came to that.");
        }
    }
}
