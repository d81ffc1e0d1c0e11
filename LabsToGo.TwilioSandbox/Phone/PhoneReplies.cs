using LabsToGo.Domain.Messages.Segments;
using LabsToGo.TwilioSandbox.Callbacks;
using LabsToGo.TwilioSandbox.Messages;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Phone;

/// <summary>Lets a person answer, with Twilio's default handling of opt-outs in between.</summary>
public sealed class PhoneReplies(MessageStore store, CallbackSender callbacks, IOptions<SandboxOptions> options, TimeProvider time)
{
    private static readonly HashSet<string> Stops =
        new(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Starts = new(["START", "YES", "UNSTOP"], StringComparer.OrdinalIgnoreCase);

    /// <returns>Whether our webhook took it; null when <c>Sandbox:InboundUrl</c> is not set.</returns>
    public async Task<bool?> ReplyAsync(string phone, string sender, string body, CancellationToken cancellationToken)
    {
        if (options.Value.InboundUrl is not { } inboundUrl)
            return null;

        var reply = Add(phone, sender, body, Directions.Inbound, "received");
        if (Stops.Contains(body.Trim()))
        {
            store.OptOut(phone, sender);
            Add(
                sender, phone, "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
                Directions.AutomaticReply, "delivered");
        }
        else if (Starts.Contains(body.Trim()))
        {
            store.OptIn(phone, sender);
            Add(
                sender, phone, "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.",
                Directions.AutomaticReply, "delivered");
        }
        return await callbacks.SendInboundAsync(inboundUrl, reply.Sid, phone, sender, body, reply.Segments, cancellationToken);
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
