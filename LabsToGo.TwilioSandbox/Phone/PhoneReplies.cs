using LabsToGo.Domain.Messages.Segments;
using LabsToGo.TwilioSandbox.Callbacks;
using LabsToGo.Twilio.Webhooks;
using LabsToGo.TwilioSandbox.Messages;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Phone;

/// <summary>Lets a person answer, with Twilio's default handling of opt-outs in between where it is on.</summary>
public sealed class PhoneReplies(MessageStore store, KeywordSwitches keywords, CallbackSender callbacks, IOptions<SandboxOptions> options, TimeProvider time)
{
    /// <returns>Whether our webhook took it; null when <c>Sandbox:InboundUrl</c> is not set.</returns>
    public async Task<bool?> ReplyAsync(string phone, string sender, string body, CancellationToken cancellationToken)
    {
        if (options.Value.InboundUrl is not { } inboundUrl)
            return null;

        var reply = Add(phone, sender, body, Directions.Inbound, "received");
        if (!keywords.LeftToUs(sender) && OptOutKeywords.TypeOf(body) is { } type)
            Add(sender, phone, Obey(type, phone, sender), Directions.AutomaticReply, "delivered");
        return await callbacks.SendInboundAsync(inboundUrl, reply.Sid, phone, sender, body, reply.Segments, cancellationToken);
    }

    /// <returns>Twilio's own answer.</returns>
    private string Obey(string type, string phone, string sender)
    {
        switch (type)
        {
            case OptOutKeywords.Stop:
                store.OptOut(phone, sender);
                return "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.";
            case OptOutKeywords.Start:
                store.OptIn(phone, sender);
                return "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.";
            default:
                return "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
        }
    }

    private SandboxMessage Add(string from, string to, string body, string direction, string status)
    {
        var now = time.GetUtcNow();
        var message = new SandboxMessage
        {
            Sid = MessageStore.NewSid(),
            From = from,
            To = to,
            Body = body,
            Segments = SegmentCounter.CountSegments(body),
            Direction = direction,
            CreatedAt = now,
            UpdatedAt = now,
            SentAt = now,
            Status = status,
        };
        store.Add(message);
        return message;
    }
}
