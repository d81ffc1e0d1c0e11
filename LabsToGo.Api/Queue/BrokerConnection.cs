using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LabsToGo.Api.Queue;

/// <summary>A connection to RabbitMQ beside MassTransit's, for questions about its queues. It comes back by itself.</summary>
internal sealed class BrokerConnection(IConnectionFactory factory) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    private IConnection? _connection;

    /// <summary>What is thrown when RabbitMQ is away, or does not answer in time.</summary>
    public static bool IsAway(Exception exception) =>
        exception is BrokerUnreachableException or OperationCanceledException or AlreadyClosedException or OperationInterruptedException or IOException;

    public async Task<IConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true })
                return _connection;
            if (_connection is not null)
                await _connection.DisposeAsync();
            _connection = null;
            return _connection = await factory.CreateConnectionAsync("queue page", cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asking for a queue that is not there closes the channel, so each question has its own.</summary>
    /// <returns>Null when there is no such queue.</returns>
    public async Task<QueueDeclareOk?> FindAsync(string queue, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        await using var channel = await open.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _gate.Dispose();
    }
}
