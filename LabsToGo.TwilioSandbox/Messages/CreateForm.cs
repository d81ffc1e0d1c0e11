using System.Text.RegularExpressions;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>The fields of a create that the sandbox understands; others are accepted and ignored, as Twilio does.</summary>
internal sealed partial record CreateForm(string To, string From, string MessagingServiceSid, string Body, bool HasContent, string? StatusCallback)
{
    private const int MaxBody = 1600;

    public static CreateForm Read(IFormCollection form) => new(
        form["To"].ToString(),
        form["From"].ToString(),
        form["MessagingServiceSid"].ToString(),
        form["Body"].ToString(),
        form.ContainsKey("MediaUrl") || form.ContainsKey("ContentSid"),
        form["StatusCallback"].ToString() is { Length: > 0 } url ? url : null);

    /// <returns>Twilio's code for the first thing that is wrong; null when nothing is.</returns>
    public (int Code, string Message)? Refusal(bool optedOut) =>
        To.Length == 0 ? (21604, "A 'To' phone number is required.")
        : From.Length == 0 && MessagingServiceSid.Length == 0 ? (21603, "A 'From' phone number is required.")
        : Body.Length == 0 && !HasContent ? (21602, "Message body is required.")
        : !E164().IsMatch(To) ? (21211, $"The 'To' number {To} is not a valid phone number.")
        : From.Length > 0 && !Sender().IsMatch(From) ? (21212, $"The 'From' number {From} is not a valid phone number, shortcode, or alphanumeric sender ID.")
        : Body.Length > MaxBody ? (21617, "The concatenated message body exceeds the 1600 character limit.")
        : StatusCallback is not null && !IsWebAddress(StatusCallback) ? (21609, $"The StatusCallback URL {StatusCallback} is not a valid URL.")
        : optedOut ? (21610, "Attempt to send to unsubscribed recipient")
        : null;

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"^\+[1-9]\d{7,14}$")]
    private static partial Regex E164();

    [GeneratedRegex(@"^(\+[1-9]\d{7,14}|\d{5,6})$")]
    private static partial Regex Sender();
}
