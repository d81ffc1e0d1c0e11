using System.Diagnostics;
using LabsToGo.ServiceDefaults;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>
/// The span of a status callback, with a link to the attempt that it reports on: there is one where the attempt was traced, and for no other request of the
/// kind.
/// </summary>
internal static class CallbackActivity
{
    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Webhooks");

    /// <param name="attempt">The context of the attempt's span, as it stood in the address that was given to Twilio.</param>
    public static Activity? Start(Guid messageId, string? attempt)
    {
        if (!ActivityContext.TryParse(attempt, null, isRemote: true, out var context))
            return null;
        // The request's own is not kept, and nor would be what is below it.
        Activity.Current = null;
        return Activities.StartActivity(
            Telemetry.Callback, ActivityKind.Server, parentContext: default, [new("message.id", messageId)], [new ActivityLink(context)]);
    }

    /// <summary>Three for each text of a campaign would bury everything else.</summary>
    public static void LeaveOutRequests(AspNetCoreTraceInstrumentationOptions http)
    {
        var others = http.Filter;
        http.Filter =
            request => !(request.Request.Path.StartsWithSegments("/twilio", out var rest) && rest.Value!.Contains("/status/", StringComparison.Ordinal))
                && others?.Invoke(request) != false;
    }
}
