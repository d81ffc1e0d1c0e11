using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.Testing;

/// <summary>Calls an Api's webhooks as Twilio does.</summary>
public static class TwilioCalls
{
    /// <param name="signedFor">The address that the signature is for, where it is not the one that is called.</param>
    public static async Task<HttpResponseMessage> TwilioCallsAsync(
        this Stack stack, string path, IReadOnlyList<KeyValuePair<string, string>> form, Uri? api = null, Uri? signedFor = null)
    {
        var url = new Uri(api ?? stack.Api.Url, path);
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(form);
        content.Headers.Add("X-Twilio-Signature", WebhookSignature.OfForm(Stack.AuthToken, (signedFor ?? url).ToString(), form));
        return await http.PostAsync(url, content);
    }
}
