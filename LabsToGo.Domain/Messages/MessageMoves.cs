using static LabsToGo.Domain.Messages.MessageStatus;

namespace LabsToGo.Domain.Messages;

/// <summary>
/// The legal moves of a recipient, and the only place that names them: the database's own check is made from this table.
/// Statuses reported by Twilio only move forward; a move that is not here is refused whichever statement tries it.
/// </summary>
public static class MessageMoves
{
    public static IReadOnlyDictionary<MessageStatus, IReadOnlyList<MessageStatus>> Legal { get; } = new Dictionary<MessageStatus, IReadOnlyList<MessageStatus>>
    {
        // A callback may overtake our own record of the POST, so every state that a POST can be behind leads to what Twilio says.
        // A row under a claim reads pending in the database, its batch says that it is sending: pending has all of sending's moves.
        [Pending] = [Sending, Unknown, Accepted, Sent, Delivered, Undelivered, Failed, Skipped, Canceled, Expired],
        [Sending] = [Pending, Unknown, Accepted, Sent, Delivered, Undelivered, Failed, Skipped],
        // Back to pending only by a person or by proof that Twilio never took it.
        [Unknown] = [Pending, Accepted, Sent, Delivered, Undelivered, Failed, Canceled],
        // Back to pending only by the carrier's word that it was not delivered, where that may pass: a phone that was off.
        [Accepted] = [Pending, Sent, Delivered, Undelivered, Failed, Canceled, SentUnconfirmed],
        [Sent] = [Pending, Delivered, Undelivered, Failed, SentUnconfirmed],
        [SentUnconfirmed] = [Delivered, Undelivered, Failed],
        [Delivered] = [],
        [Undelivered] = [],
        [Failed] = [],
        [Skipped] = [],
        [Canceled] = [],
        [Expired] = [],
    };

    /// <summary>True where nothing moves any more, but for the late word on <see cref="SentUnconfirmed"/>.</summary>
    public static bool IsFinal(MessageStatus status) => status is SentUnconfirmed || Legal[status].Count == 0;
}
