using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Twilio.Messages;

/// <summary>A message as Twilio has it.</summary>
/// <param name="CreatedAt">By Twilio's clock, to the second.</param>
/// <param name="Body">Empty when it was redacted, which an account may do to all its texts.</param>
/// <param name="ByApi">Created by a POST, and not one of Twilio's own automatic replies.</param>
public sealed record SentMessage(
    string? Sid, string? From, string? Body, string? Status, int? ErrorCode, bool ByApi, DateTimeOffset? CreatedAt)
{
    internal static SentMessage Of(MessageResource message) => new(
        message.Sid, message.From?.ToString(), message.Body, message.Status?.ToString(), message.ErrorCode,
        message.Direction == MessageResource.DirectionEnum.OutboundApi,
        message.DateCreated is { } created ? new DateTimeOffset(created.ToUniversalTime()) : null);

    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(SentMessage)} {Sid}";
}
