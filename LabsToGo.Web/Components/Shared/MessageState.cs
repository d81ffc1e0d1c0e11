using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Shared;

/// <summary>A state in which a recipient's message can be, and how it is said and coloured.</summary>
/// <param name="Key">As in <see cref="MessageResponse.Status"/>.</param>
/// <param name="Tone">A class beside <c>tone</c>: the colour of the bar and the legend.</param>
internal sealed record MessageState(string Key, string Label, string Meaning, string Tone, Func<CampaignProgress, long> Count)
{
    /// <summary>In the order of the bar: what is done on the left, what is still to do on the right.</summary>
    public static IReadOnlyList<MessageState> All { get; } =
    [
        new("delivered", "Delivered", "The phone has it.", "delivered", p => p.Delivered),
        new("sentUnconfirmed", "Sent, not confirmed", "Handed over; the network never said whether it arrived.", "unconfirmed", p => p.SentUnconfirmed),
        new("sent", "On the way", "The phone network has it.", "sent", p => p.Sent),
        new("accepted", "Handed to Twilio", "Twilio has it and passes it on.", "accepted", p => p.Accepted),
        new("sending", "Being handed over", "Under way to Twilio this very moment.", "sending", p => p.Sending),
        new("unknown", "Being checked", "The connection broke while it was handed over; whether it was sent is being asked.", "unknown", p => p.Unknown),
        new("undelivered", "Not delivered", "The phone network could not deliver it.", "undelivered", p => p.Undelivered),
        new("failed", "Failed", "It could not be sent.", "failed", p => p.Failed),
        new("skipped", "Skipped", "Not sent on purpose: no consent, opted out, or the same number twice.", "skipped", p => p.Skipped),
        new("canceled", "Canceled", "The campaign was canceled before it was sent.", "canceled", p => p.Canceled),
        new("expired", "Too late", "Its time to be sent ran out.", "expired", p => p.Expired),
        new("pending", "Waiting", "Still to be sent.", "pending", p => p.Pending),
    ];

    /// <summary>Finds <c>SentUnconfirmed</c>, <c>sent-unconfirmed</c> and <c>sent_unconfirmed</c> alike.</summary>
    public static MessageState? Find(string status)
    {
        var plain = status.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return All.FirstOrDefault(state => state.Key.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }
}
