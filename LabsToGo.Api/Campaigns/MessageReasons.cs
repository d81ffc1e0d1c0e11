using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Errors;

namespace LabsToGo.Api.Campaigns;

/// <summary>Why a text did not arrive, and what the staff can do about it.</summary>
internal static class MessageReasons
{
    /// <returns>Null where nothing went wrong.</returns>
    public static string? ReasonInWords(this Message message) => message switch
    {
        { Reason: null } => null,
        { Status: MessageStatus.Failed or MessageStatus.Undelivered, ErrorCode: { } code } =>
            $"{SkipReasons.InWords(message.Reason)}. {TwilioErrors.OfCallback(code).Advice}",
        _ => SkipReasons.InWords(message.Reason),
    };
}
