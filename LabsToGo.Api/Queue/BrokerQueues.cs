using System.Diagnostics;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Queue;

/// <summary>Asks RabbitMQ itself how many messages wait in our queues.</summary>
internal sealed class BrokerQueues(BrokerConnection broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<(ServerState State, IReadOnlyList<QueueInfo> Queues)> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var queues = new List<QueueInfo>();
            foreach (var name in WorkQueues.All)
            {
                if (await broker.FindAsync(name, patience.Token) is { } queue)
                    queues.Add(new QueueInfo(name, queue.MessageCount, queue.ConsumerCount));
            }
            return (new ServerState(true, Stopwatch.GetElapsedTime(started).TotalMilliseconds / WorkQueues.All.Count, null), queues);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && BrokerConnection.IsAway(exception))
        {
            return (new ServerState(false, null, "RabbitMQ does not answer. Sending waits until it does; nothing is lost."), []);
        }
    }
}
