using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.ServiceDefaults;

public static class Messaging
{
    /// <summary>What the queue of a quorum queue's dead letters is called after it.</summary>
    public const string DeadLetters = "_dead";

    /// <summary>A message that killed its consumer so often goes to the dead letters. What merely fails is put aside much sooner.</summary>
    private const int DeliveryLimit = 20;

    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The bus on <c>ConnectionStrings:messaging</c> (an <c>amqp://</c> URI). A process with consumers is ready only when its queues exist; one that merely
    /// publishes starts without the broker. Queues are durable, and quorum queues where <c>Messaging:QuorumQueues</c> says that RabbitMQ is a cluster: they
    /// outlive a node. On a single node that crashes they may be left without a leader for good, and all sending with them (docs/decisions/0007).
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection string is missing or no amqp URI.</exception>
    public static void AddMessaging(this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator>? consumers = null)
    {
        var broker = BrokerUri(builder.Configuration);
        var quorum = builder.Configuration.GetValue("Messaging:QuorumQueues", false);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            // Who only publishes works on without the broker: the rows say what is to be done.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = consumers is null ? HealthStatus.Degraded : HealthStatus.Unhealthy);
            bus.SetKebabCaseEndpointNameFormatter();
            consumers?.Invoke(bus);
            bus.AddConfigureEndpointsCallback((_, name, endpoint) =>
            {
                if (!quorum || endpoint is not IRabbitMqReceiveEndpointConfigurator queue)
                    return;
                queue.SetQuorumQueue();
                queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                queue.BindDeadLetterQueue(name + DeadLetters);
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = consumers is not null;
            host.StopTimeout = TimeSpan.FromSeconds(20);
        });
    }

    /// <summary>
    /// Publishes, or gives up: after a crash of the broker the client may wait for a confirmation that never comes, and whoever loops behind it with it.
    /// </summary>
    /// <exception cref="TimeoutException">It was not confirmed within ten seconds; it may still arrive.</exception>
    public static Task PublishInTimeAsync<T>(this IPublishEndpoint bus, T message, CancellationToken cancellationToken)
        where T : class =>
        bus.Publish(message, cancellationToken).WaitAsync(ConfirmPatience, cancellationToken);

    private static Uri BrokerUri(IConfiguration configuration)
    {
        var value = configuration.RequiredConnectionString("messaging");
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new InvalidOperationException("The setting ConnectionStrings:messaging must look like amqp://user:password@host:5672.");
    }
}
