using LabsToGo.Contracts.Http;
using LabsToGo.Domain;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LabsToGo.Api.Queue;

/// <summary>
/// Looks at what was put aside, and gives it back to be tried anew: all of it may run any number of times, since the database decides what is due.
/// </summary>
internal sealed class ErrorQueues(BrokerConnection broker) : IDisposable
{
    private const int Shown = 50, Moved = 1000, MovedTogether = 100;

    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    /// <summary>What one looks at, another does not see.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="queue">One of <see cref="WorkQueues.SourceOf"/>.</param>
    public Task<IReadOnlyList<FailedWork>> PeekAsync(string queue, CancellationToken cancellationToken) =>
        UseAsync<IReadOnlyList<FailedWork>>(queue, [], async channel =>
        {
            var messages = await TakeAsync(channel, queue, Shown, cancellationToken);
            foreach (var message in messages)
            {
                if (FaultHeaders.IsWorn(message))
                {
                    await PublishAsync(channel, queue, message, FaultHeaders.Kept(message), cancellationToken);
                    await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
                }
                else
                {
                    await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, cancellationToken);
                }
            }
            return [.. messages.Select(FaultHeaders.Read)];
        }, cancellationToken);

    /// <summary>
    /// Gives back what is there now, a thousand at most. All of it is taken before the first is given back, or what fails again at once would go round for
    /// ever. Whatever breaks, a message is in one of the queues, or in both.
    /// </summary>
    /// <param name="queue">One of <see cref="WorkQueues.SourceOf"/>.</param>
    /// <exception cref="DomainException">The queue that they came from is not there.</exception>
    public Task<int> RequeueAsync(string queue, CancellationToken cancellationToken) =>
        UseAsync(queue, 0, async channel =>
        {
            var messages = await TakeAsync(channel, queue, Moved, cancellationToken);
            foreach (var some in messages.Chunk(MovedTogether))
            {
                await Task.WhenAll(some.Select(message =>
                    PublishAsync(channel, WorkQueues.SourceOf[queue], message, FaultHeaders.Cleared(message), cancellationToken)));
                await channel.BasicAckAsync(some[^1].DeliveryTag, multiple: true, cancellationToken);
            }
            return messages.Count;
        }, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<T> UseAsync<T>(string queue, T absent, Func<IChannel, Task<T>> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // The queue is made when the first message is put aside.
            if (await broker.FindAsync(queue, cancellationToken) is null)
                return absent;
            var open = await broker.OpenAsync(cancellationToken);
            await using var channel = await open.CreateChannelAsync(Confirmed, cancellationToken);
            return await use(channel);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Until the queue says that it is empty: its count lags behind what was given back a moment ago.</summary>
    private static async Task<List<BasicGetResult>> TakeAsync(IChannel channel, string queue, int most, CancellationToken cancellationToken)
    {
        var messages = new List<BasicGetResult>();
        while (messages.Count < most && await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
            messages.Add(message);
        return messages;
    }

    /// <summary>Durable when this returns.</summary>
    private static async Task PublishAsync(
        IChannel channel, string queue, BasicGetResult message, BasicProperties properties, CancellationToken cancellationToken)
    {
        try
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
        }
        catch (PublishException)
        {
            throw new DomainException($"The broker did not take it back into {queue}. Is a worker running that reads this queue?");
        }
    }
}
