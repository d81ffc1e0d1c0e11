using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabsToGo.Twilio.Webhooks;

/// <summary>
/// Lets a webhook's form through only when Twilio signed it, for the address that Twilio knows us by. Everything else is answered 403 and logged.
/// </summary>
public sealed partial class TwilioSignatureFilter(IOptions<TwilioOptions> options, ILogger<TwilioSignatureFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType)
            return Refuse(context.HttpContext, "it is no form");

        var pairs = await WebhookForm.ReadAsync(request, context.HttpContext.RequestAborted);
        var signature = request.Headers["X-Twilio-Signature"].ToString();
        return WebhookSignature.IsValidForm(options.Value.AuthToken, CalledUrl(context.HttpContext), pairs, signature)
            ? await next(context)
            : Refuse(context.HttpContext, signature.Length == 0 ? "it is not signed" : "its signature does not fit");
    }

    /// <summary>The address as Twilio called it: our public one, and the path and query just as they came, not decoded and encoded again.</summary>
    private string CalledUrl(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length == 0)
            target = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        return options.Value.PublicBaseUrl!.ToString().TrimEnd('/') + target;
    }

    private ProblemHttpResult Refuse(HttpContext context, string why)
    {
        Log.Refused(logger, context.GetEndpoint()?.DisplayName, why);
        return TypedResults.Problem(
            statusCode: StatusCodes.Status403Forbidden,
            title: "Not from Twilio",
            detail: $"This webhook was refused because {why}. Check Twilio:AuthToken and Twilio:PublicBaseUrl.");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused a webhook to {Endpoint}: {Why}")]
        public static partial void Refused(ILogger logger, string? endpoint, string why);
    }
}
