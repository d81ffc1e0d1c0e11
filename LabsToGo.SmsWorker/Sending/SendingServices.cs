using MassTransit;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

internal static class SendingServices
{
    public static void AddSending(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SendBatchConsumer, SendBatchConsumerDefinition>();
        bus.AddConsumer<SendUrgentBatchConsumer, SendUrgentBatchConsumerDefinition>();
    }

    public static void AddSender(this IServiceCollection services)
    {
        services.AddOptions<SendingOptions>().BindConfiguration(SendingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SendingMetrics>();
        services.AddSingleton<ConnectionGate>();
        services.AddSingleton<RecordOutcomes>(
            provider => outcomes => provider.GetRequiredService<NpgsqlDataSource>().RecordOutcomesAsync(outcomes, CancellationToken.None));
        services.AddSingleton<OutcomeWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<OutcomeWriter>());
        services.AddSingleton<ClaimTimes>();
        services.AddSingleton<RefusedSenders>();
        services.AddSingleton<SenderCircuits>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<StatusCallbackUrls>();
        services.AddSingleton<BatchSender>();
    }
}
