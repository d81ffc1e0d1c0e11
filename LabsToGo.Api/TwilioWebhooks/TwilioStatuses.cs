using LabsToGo.Data.Following;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>Twilio's words for a message's state, and ours.</summary>
internal static class TwilioStatuses
{
    /// <returns>Null for a word that we don't know.</returns>
    public static StatusUpdate? Understand(Guid messageId, StatusCallback callback)
    {
        if (ProviderWords.Meaning(callback.MessageStatus) is not { } status)
            return null;
        var error = status is MessageStatus.Undelivered or MessageStatus.Failed ? TwilioErrors.OfCallback(callback.ErrorCode) : null;
        return new StatusUpdate(
            messageId, callback.MessageStatus, status, callback.MessageSid, callback.ErrorCode, error?.InWords, error?.MayPass == true);
    }
}
