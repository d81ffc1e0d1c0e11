using LabsToGo.Contracts.Http;
using LabsToGo.Web.Components.Pages.Queue;

namespace LabsToGo.UnitTests.Pages;

public sealed class QueueHealthTests
{
    private static readonly ServerState Up = new(Up: true, 1, null), Down = new(Up: false, null, "refused");

    private static readonly QueueStatusResponse Well = new(
        new JobCounts(Waiting: 5, Retrying: 1, Sending: 2, Unknown: 1, AwaitingCallback: 3, OldestWaitingSeconds: 4),
        [new QueueInfo("send-batch", 2, 1), new QueueInfo("send-batch_error", 0, 0)],
        [Worker("sms-worker", alive: true), Worker("sms-worker", alive: false), Worker("campaign-worker", alive: true)],
        [new SenderLoad(Guid.Empty, "Main line", 10, 5, SenderStatus.Active, null), new SenderLoad(Guid.Empty, "Spare", 1, 0, SenderStatus.Paused, "By Ann.")],
        Broker: Up, Redis: Up, Database: Up);

    public static TheoryData<QueueStatusResponse, string> Troubles => new()
    {
        { Well with { Database = Down }, "The database does not answer" },
        { Well with { Broker = Down }, "A server that sending needs does not answer" },
        { Well with { Redis = Down }, "A server that sending needs does not answer" },
        { Well with { Workers = [Worker("campaign-worker", alive: true), Worker("sms-worker", alive: false)] }, "No program that sends texts is running" },
        { Well with { Workers = [Worker("sms-worker", alive: true)] }, "No program that prepares campaigns is running" },
        {
            Well with { Senders = [new SenderLoad(Guid.Empty, "Main line", 10, 5, SenderStatus.Paused, "By Ann.")] },
            "Main line is paused, and 5 texts wait for it. By Ann."
        },
        { Well with { Jobs = Well.Jobs with { OldestWaitingSeconds = 180 } }, "A text should have left 3 min ago" },
        { Well with { Queues = [new QueueInfo("send-batch_error", 1, 0)] }, "1 piece of work has failed several times" },
        { Well with { Queues = [new QueueInfo("send-batch_dead", 1, 0)] }, "1 piece of work has failed several times" },
        { Well with { Queues = [new QueueInfo("start-campaign_skipped", 2, 0)] }, "2 pieces of work have failed several times" },
    };

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public void Each_trouble_is_said_in_plain_words(QueueStatusResponse status, string begins) =>
        Assert.StartsWith(begins, Assert.Single(QueueHealth.Problems(status)), StringComparison.Ordinal);

    [Fact]
    public void What_waits_its_turn_is_no_trouble()
    {
        Assert.Empty(QueueHealth.Problems(Well));
        Assert.Equal("7 texts wait for their turn, or for the hours in which they may leave.", QueueHealth.Calm(Well.Jobs));
        Assert.Equal("Nothing waits to be sent.", QueueHealth.Calm(new JobCounts(0, 0, 0, 0, 0, 0)));
        Assert.Equal("All texts are handed over; some phones have yet to confirm.", QueueHealth.Calm(new JobCounts(0, 0, 0, 1, 2, 0)));
    }

    private static WorkerInfo Worker(string service, bool alive) => new(service, "one", DateTimeOffset.UnixEpoch, alive, 0);
}
