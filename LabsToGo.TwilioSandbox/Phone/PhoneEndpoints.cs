using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.TwilioSandbox.Phone;

/// <summary>The page at <c>/</c>, and what it asks for. Numbers travel in bodies, not in addresses.</summary>
internal static class PhoneEndpoints
{
    private const int PhonesShown = 100;

    public static void MapPhone(this WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Stream(
            typeof(PhoneEndpoints).Assembly.GetManifestResourceStream("LabsToGo.TwilioSandbox.Phone.phone.html")!, "text/html; charset=utf-8"));
        app.MapPost("/sandbox/phones/search", (SearchRequest request, MessageStore store) => store.LatestPerPhone(request.Digits, PhonesShown).Select(Shown));
        app.MapPost("/sandbox/phones/conversation", (ConversationRequest request, MessageStore store) => store.Conversation(request.Phone).Select(Shown));
        app.MapPost("/sandbox/phones/reply", ReplyAsync);
        app.MapGet("/sandbox/keywords", (string sender, KeywordSwitches keywords) => new KeywordHandling(sender, keywords.LeftToUs(sender)));
        app.MapPut("/sandbox/keywords", (KeywordHandling handling, KeywordSwitches keywords) => keywords.Set(handling.Sender, handling.LeftToUs));
    }

    private static async Task<IResult> ReplyAsync(ReplyRequest request, PhoneReplies replies, CancellationToken cancellationToken) =>
        await replies.ReplyAsync(request.Phone, request.Sender, request.Body, cancellationToken) switch
        {
            true => TypedResults.NoContent(),
            false =>
                TypedResults.Problem(
                    statusCode: 502, title: "The reply was not taken",
                        detail: "The webhook at Sandbox:InboundUrl did not answer 2xx. See the log of the sandbox and of the Api."),
            null =>
                TypedResults.Problem(
                    statusCode: 409, title: "Nobody to reply to", detail: "Set Sandbox:InboundUrl to the address of the webhook for incoming texts."),
        };

    private static PhoneMessage Shown(SandboxMessage message)
    {
        var inbound = message.Direction == Directions.Inbound;
        return new(
            message.Sid, inbound ? message.From : message.To, inbound ? message.To : message.From, inbound, message.Body, message.Status, message.Segments,
            message.CreatedAt);
    }
}
