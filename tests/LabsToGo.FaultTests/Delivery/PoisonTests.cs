using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 22: what can't be worked on is put aside, and the rest goes on.</summary>
public sealed class PoisonTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_22_nonsense_in_the_queue_is_put_aside_and_the_campaign_goes_on()
    {
        var broker = new ConnectionFactory { Uri = new Uri(Stack.Servers.Messaging) };
        await using var connection = await broker.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var aside = await CountAsync(connection);
        foreach (var body in new[] { "", "no json",
            "{\"messageType\": [\"urn:message:LabsToGo.Contracts.Messages:SendBatch\"], \"message\": {\"batchId\": 7}}" })
            await channel.BasicPublishAsync(
                "", "send-batch", false, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(body),
                TestContext.Current.CancellationToken);

        var flight = await StartAsync(Everyone);
        await flight.EndsWithEveryoneTextedOnceAsync();
        await EventuallyAsync(async () => await CountAsync(connection) == aside + 3, "The nonsense was not put aside.");
    }

    [Fact]
    public async Task Row_22_a_row_that_the_database_can_not_judge_ends_with_its_reason_and_its_neighbours_go_on()
    {
        var audience = await OwnAudience.ImportAsync(Stack, 60);
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand("update patients set time_zone = 'America//New_York' where phone = any($1)", database);
        command.Parameters.Add(new() { Value = audience.Phones.Take(2).ToArray() });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var flight = await StartAsync(audience.Filter);
        var ended = (await flight.Api.WaitForEndAsync(flight.Id)).Progress;
        Assert.Equal((58, 2), (ended.Delivered, ended.Failed));
        flight.NobodyIsTextedTwice();
        var failed = await flight.Api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{flight.Id}/messages/search", new MessageSearchRequest("failed"));
        Assert.All(failed.Items, message => Assert.Contains("time zone \"America//New_York\"", message.Reason, StringComparison.Ordinal));
    }

    /// <summary>The queue is made when the first message is put aside; asking for one that is not there closes the channel.</summary>
    private static async Task<uint> CountAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync("send-batch_error")).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }
}
