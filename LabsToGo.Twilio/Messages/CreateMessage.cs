namespace LabsToGo.Twilio.Messages;

/// <summary>A text to be sent. <see href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource"/></summary>
/// <param name="To">E.164.</param>
/// <param name="From">A number of the account, E.164 or a short code.</param>
/// <param name="Body">At most 1,600 characters.</param>
/// <param name="StatusCallback">Carries our own message id, which makes an open outcome decidable.</param>
/// <param name="ValidityPeriod">Seconds that it may wait in Twilio's queue, 1 to 36,000; null is Twilio's default, 36,000.</param>
public sealed record CreateMessage(string To, string From, string Body, string StatusCallback, int? ValidityPeriod = null)
{
    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(CreateMessage)} from {From}";
}
