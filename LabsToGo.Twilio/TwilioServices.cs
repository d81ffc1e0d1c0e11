using LabsToGo.Twilio.Messages;
using LabsToGo.Twilio.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.Twilio;

public static class TwilioServices
{
    /// <summary>Options (checked when the process starts), the messages client and the webhook signature filter.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TwilioConnection>();
        services.AddSingleton<TwilioMessagesClient>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<ReceivedMessages>();
        services.AddSingleton<TwilioSignatureFilter>();
        return services;
    }
}
