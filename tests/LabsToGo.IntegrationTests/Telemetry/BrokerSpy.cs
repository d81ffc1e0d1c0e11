using System.Collections.Concurrent;
using System.Text;
using LabsToGo.Contracts.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace LabsToGo.IntegrationTests.Telemetry;

/// <summary>Gets a copy of every message that our processes exchange, headers included.</summary>
internal sealed class BrokerSpy : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _heard = new();

    private readonly IConnection _connection;

    private BrokerSpy(IConnection connection) => _connection = connection;

    public IReadOnlyCollection<string> Heard => _heard;

    public static async Task<BrokerSpy> StartAsync(string address)
    {
        var spy = new BrokerSpy(await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync());
        var channel = await spy._connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        // MassTransit has an exchange for each message type; whatever is added to the contracts is heard as well.
        foreach (var type in typeof(SendBatch).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(SendBatch).Namespace))
        {
            var exchange = $"{type.Namespace}:{type.Name}";
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false);
            await channel.QueueBindAsync(queue, exchange, "");
        }
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            var headers = string.Join(
                ' ', (message.BasicProperties.Headers ?? new Dictionary<string, object?>()).Select(header => $"{header.Key}={Text(header.Value)}"));
            spy._heard.Enqueue($"{message.Exchange} {headers} {Encoding.UTF8.GetString(message.Body.Span)}");
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return spy;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}";
}
