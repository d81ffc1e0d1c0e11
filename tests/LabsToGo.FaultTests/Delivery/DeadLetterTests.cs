using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using RabbitMQ.Client;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>In a cluster a message that kills whoever takes it does not go round for ever.</summary>
public sealed class DeadLetterTests(StackFixture fixture) : FaultTest(fixture)
{
    private const string Work = "start-campaign", Dead = "start-campaign_dead";

    [Fact]
    public async Task What_was_given_out_in_vain_too_often_is_put_aside_shown_and_tried_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__messaging"] = Stack.Servers.OtherMessaging,
            ["Messaging__QuorumQueues"] = "true",
        };
        var worker = Stack.NewCampaignWorker("campaign-worker-cluster", settings);
        var service = Stack.NewApi("api-cluster", settings);
        try
        {
            await Task.WhenAll(worker.StartAsync(), service.StartAsync());
            await worker.KillAsync();
            await GivenOutInVainAsync(settings["ConnectionStrings__messaging"], worker, service.Url, cancellation);
        }
        finally
        {
            await Task.WhenAll(worker.KillAsync(), service.KillAsync());
        }
    }

    private static async Task GivenOutInVainAsync(string messaging, ServiceProcess worker, Uri service, CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        await channel.BasicPublishAsync("", Work, false, new BasicProperties { MessageId = "deadly" }, Encoding.UTF8.GetBytes("no json"), cancellation);

        for (var given = 0; given <= 20; given++)
        {
            BasicGetResult? message = null;
            await EventuallyAsync(
                async () => (message = await channel.BasicGetAsync(Work, autoAck: false, cancellation)) is not null, $"It was gone after {given} times.");
            await channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true, cancellation);
        }

        using var api = await ApiClient.SignInAsync(service, "owner@demo.example", "LabsToGo-Demo-1");
        IReadOnlyList<FailedWork> dead = [];
        await EventuallyAsync(async () => (dead = await FailedAsync(api, Dead)).Count > 0, "It was not put aside.");
        Assert.True(dead is [{ MessageId: "deadly", ExceptionMessage: { Length: > 0 } }], string.Join('\n', dead));

        await worker.StartAsync();
        Assert.Equal(1, (await api.PostAsync<RequeueResponse>($"/api/queue/errors/{Dead}/requeue")).Moved);
        await EventuallyAsync(async () => (await FailedAsync(api, $"{Work}_error")).Any(work => work.MessageId == "deadly"), "No worker took it again.");
    }

    /// <summary>A quorum queue that is being made does not answer at once, and the Api says so.</summary>
    private static async Task<IReadOnlyList<FailedWork>> FailedAsync(ApiClient api, string queue)
    {
        try
        {
            return await api.GetAsync<IReadOnlyList<FailedWork>>($"/api/queue/errors/{queue}");
        }
        catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.ServiceUnavailable)
        {
            return [];
        }
    }
}
