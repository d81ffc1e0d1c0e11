using LabsToGo.Twilio.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>What Twilio calls: signed, and answered 2xx only when it is durable (G7).</summary>
internal static class WebhookEndpoints
{
    /// <summary>Twilio waits up to 15 s; a database that is slower than this is answered for with a 503, and Twilio comes again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A text of 1600 characters, every one of them escaped, and Twilio's own fields.</summary>
    private const long LargestForm = 64 * 1024;

    public static void MapTwilioWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/twilio").WithTags("Twilio").AllowAnonymous().DisableAntiforgery().DisableRateLimiting()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm)).AddEndpointFilter<TwilioSignatureFilter>();
        webhooks.MapPost("/{organizationId:guid}/status/{messageId:guid}", StatusAsync);
        webhooks.MapPost("/inbound", InboundAsync);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StatusAsync(
        Guid organizationId, Guid messageId, string? attempt, HttpRequest request, StatusInbox inbox, CancellationToken cancellationToken)
    {
        using var activity = CallbackActivity.Start(messageId, attempt);
        var form = await request.ReadFormAsync(cancellationToken);
        if (StatusCallback.Parse(form) is not { } callback || TwilioStatuses.Understand(messageId, callback) is not { } update)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "A status callback needs MessageSid and a known MessageStatus.");
        activity?.SetTag("message.status", callback.MessageStatus);
        try
        {
            await inbox.ApplyAsync(organizationId, update).WaitAsync(Patience, cancellationToken);
            return TypedResults.NoContent();
        }
        catch (Exception exception) when (exception is TimeoutException or StatusNotStoredException)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable, detail: "The status could not be stored in time. Please call again.");
        }
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> InboundAsync(
        HttpRequest request, ReplyIntake intake, CancellationToken cancellationToken)
    {
        if (InboundMessage.Parse(await request.ReadFormAsync(cancellationToken)) is not { } message)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "An incoming text needs MessageSid, From and To.");
        await intake.TakeAsync(message, cancellationToken);
        // An empty answer: what we say ourselves is planned and paced as every text is.
        return TypedResults.Content("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", "text/xml");
    }
}
