using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace LabsToGo.AppHost.LocalServers;

/// <summary>
/// Whether a server answers in its own protocol to its own password: the proxy before it takes connections earlier than it does. Each throws while it does not.
/// </summary>
internal static class ServerProbes
{
    public static async Task PostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 3 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
    }

    public static async Task RedisAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(
            connectionString, options => (options.ConnectRetry, options.ConnectTimeout) = (0, 1_000));
        await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
    }

    public static async Task RabbitMQAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(connectionString) }.CreateConnectionAsync(cancellationToken);
    }
}
