using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Twilio.Messages;

/// <summary>A text that came in, as Twilio has it.</summary>
/// <param name="Body">Empty when it was redacted, which an account may do to all its texts.</param>
/// <param name="ReceivedAt">By Twilio's clock, to the second.</param>
public sealed record ReceivedMessage(string Sid, string From, string Body, DateTimeOffset ReceivedAt)
{
    internal static ReceivedMessage? Of(MessageResource message) =>
        message is { Sid: { } sid, From: { } from } && message.Direction == MessageResource.DirectionEnum.Inbound
        && (message.DateSent ?? message.DateCreated) is { } date
            ? new ReceivedMessage(sid, from.ToString(), message.Body ?? "", new DateTimeOffset(date.ToUniversalTime()))
            : null;

    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(ReceivedMessage)} {Sid}";
}
