using LabsToGo.ServiceDefaults;
using LabsToGo.Twilio;
using LabsToGo.TwilioSandbox.Callbacks;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Messages;
using LabsToGo.TwilioSandbox.Phone;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.TwilioSandbox;

/// <summary>A local server that speaks Twilio's Messages API. Tests host it in their own process and ask it what it received.</summary>
public static class SandboxApp
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults();
        builder.Services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<FaultSettings>().BindConfiguration(FaultSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FaultSwitches>();
        builder.Services.AddSingleton<MessageStore>();
        builder.Services.AddSingleton<ReceivedLog>();
        builder.Services.AddCallbacks();
        builder.Services.AddSingleton<KeywordSwitches>();
        builder.Services.AddSingleton<PhoneReplies>();

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapMessages();
        app.MapFaults();
        app.MapReceived();
        app.MapPhone();
        return app;
    }
}
