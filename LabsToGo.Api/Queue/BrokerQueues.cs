using System.Diagnostics;
using LabsToGo.Contracts.Http;
using LabsToGo.ServiceDefaults;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LabsToGo.Api.Queue;

/// <summary>Asks RabbitMQ itself how many messages wait in our queues, over one connection of its own that comes back by itself.</summary>
internal sealed class BrokerQueues(IConfiguration configuration) : IAsyncDisposable
{
    /// <summary>As MassTransit names them after their consumers, each with the queue of what failed.</summary>
    private static readonly string[] Names = ["start-campaign", "start-campaign_error", "send-batch", "send-batch_error"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1);

    private IConnection? connection;

    public async Task<(ServerState State, IReadOnlyList<QueueInfo> Queues)> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var open = await ConnectAsync(patience.Token);
            var queues = new List<QueueInfo>();
            foreach (var name in Names)
            {
                if (await FindAsync(open, name, patience.Token) is { } queue)
                    queues.Add(queue);
            }
            return (new ServerState(true, Stopwatch.GetElapsedTime(started).TotalMilliseconds / (queues.Count + 1), null), queues);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is BrokerUnreachableException or OperationCanceledException or AlreadyClosedException or OperationInterruptedException or IOException)
        {
            return (new ServerState(false, null, "RabbitMQ does not answer. Sending waits until it does; nothing is lost."), []);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        gate.Dispose();
    }

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (connection is { IsOpen: true })
                return connection;
            if (connection is not null)
                await connection.DisposeAsync();
            connection = null;
            var factory = new ConnectionFactory { Uri = new Uri(configuration.RequiredConnectionString("messaging")), AutomaticRecoveryEnabled = false };
            return connection = await factory.CreateConnectionAsync("queue page", cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Asking for a queue that is not there closes the channel, so each question has its own.</summary>
    private static async Task<QueueInfo?> FindAsync(IConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            var queue = await channel.QueueDeclarePassiveAsync(name, cancellationToken);
            return new QueueInfo(name, queue.MessageCount, queue.ConsumerCount);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }
}
