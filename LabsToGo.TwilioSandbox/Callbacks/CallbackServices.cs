namespace LabsToGo.TwilioSandbox.Callbacks;

internal static class CallbackServices
{
    public static void AddCallbacks(this IServiceCollection services)
    {
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<CallbackPlayer>();
        services.AddHostedService(provider => provider.GetRequiredService<CallbackPlayer>());
    }
}
