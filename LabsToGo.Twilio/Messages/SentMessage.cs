using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Twilio.Messages;

/// <summary>A message as Twilio has it.</summary>
/// <param name="CreatedAt">By Twilio's clock, to the second.</param>
public sealed record SentMessage(string? Sid, string? To, string? From, string? Body, string? Status, int? ErrorCode, DateTimeOffset? CreatedAt)
{
    internal static SentMessage Of(MessageResource message) => new(
        message.Sid, message.To, message.From?.ToString(), message.Body, message.Status?.ToString(), message.ErrorCode,
        message.DateCreated is { } created ? new DateTimeOffset(created.ToUniversalTime()) : null);

    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(SentMessage)} {Sid}";
}
