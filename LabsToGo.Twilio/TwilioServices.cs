using LabsToGo.Twilio.Messages;
using LabsToGo.Twilio.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.Twilio;

public static class TwilioServices
{
    /// <summary>Options (checked when the process starts), the messages client and the webhook signature filter.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        services.AddTwilioOptions();
        services.AddSingleton<TwilioConnection>();
        services.AddSingleton<TwilioMessagesClient>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<ReceivedMessages>();
        services.AddSingleton<TwilioSignatureFilter>();
        return services;
    }

    /// <summary>For whoever calls Twilio, or is called by it.</summary>
    public static void AddTwilioOptions(this IServiceCollection services) =>
        services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations()
            .Validate(
                options => options.PublicBaseUrl is not null,
                "Twilio:PublicBaseUrl is missing: set it to the address at which Twilio reaches the Api, such as https://texts.lab.example.")
            .ValidateOnStart();
}
