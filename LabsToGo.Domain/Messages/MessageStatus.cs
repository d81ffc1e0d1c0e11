namespace LabsToGo.Domain.Messages;

/// <summary>Where one recipient of a campaign stands. Which moves are legal: <see cref="MessageMoves"/>.</summary>
public enum MessageStatus
{
    /// <summary>Due now or later; certain not to be with Twilio.</summary>
    Pending,

    /// <summary>Claimed by a worker under a lease: the intent is committed with its <see cref="Batch"/>, and a POST may be under way.</summary>
    Sending,

    /// <summary>A POST may or may not have been accepted. Never sent again until that is decided.</summary>
    Unknown,

    /// <summary>Twilio has it.</summary>
    Accepted,

    /// <summary>Handed to the carrier.</summary>
    Sent,

    /// <summary>The carrier confirms the handset.</summary>
    Delivered,

    /// <summary>Sent, and no word of it within its validity period. A late confirmation still moves it on.</summary>
    SentUnconfirmed,

    /// <summary>The carrier could not deliver it.</summary>
    Undelivered,

    /// <summary>Refused, by Twilio or for good after our retries.</summary>
    Failed,

    /// <summary>Not sent by our own rule; the reason is with it.</summary>
    Skipped,

    /// <summary>The campaign was canceled before it left.</summary>
    Canceled,

    /// <summary>Its time was over before it could leave.</summary>
    Expired,
}
