namespace LabsToGo.Domain.Messages;

/// <summary>
/// Twilio's words for a message's state (<see href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values"/>), and ours.
/// </summary>
public static class ProviderWords
{
    /// <returns>Null for a word that we don't know.</returns>
    public static MessageStatus? Meaning(string? word) => word switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => MessageStatus.Accepted,
        "sent" => MessageStatus.Sent,
        "delivered" or "read" => MessageStatus.Delivered,
        "undelivered" => MessageStatus.Undelivered,
        "failed" => MessageStatus.Failed,
        "canceled" => MessageStatus.Canceled,
        _ => null,
    };
}
