using LabsToGo.Data.Following;
using LabsToGo.Twilio;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace LabsToGo.Api.TwilioWebhooks;

internal static class WebhookSetup
{
    public static void AddTwilioWebhooks(this IServiceCollection services)
    {
        services.AddTwilioOptions();
        services.AddOptions<FollowingOptions>().BindConfiguration(FollowingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StatusStore>();
        services.AddSingleton<StoreStatuses>(provider => provider.GetRequiredService<StatusStore>().StoreAsync);
        services.AddSingleton<StatusInbox>();
        services.AddHostedService(provider => provider.GetRequiredService<StatusInbox>());
        services.AddScoped<ReplyIntake>();
        services.PostConfigure<AspNetCoreTraceInstrumentationOptions>(CallbackActivity.LeaveOutRequests);
    }
}
