using System.Globalization;
using LabsToGo.Twilio;
using LabsToGo.Twilio.Webhooks;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Callbacks;

/// <summary>Posts signed forms to our webhooks, and tries again as the address's fragment asks (<c>#rc=5&amp;rp=all</c>).</summary>
public sealed partial class CallbackSender(IOptions<TwilioOptions> options, TimeProvider time, ILogger<CallbackSender> logger) : IDisposable
{
    private const string ApiVersion = "2010-04-01";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    internal Task<bool> SendStatusAsync(StatusChange change, CancellationToken cancellationToken)
    {
        var message = change.Message;
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", options.Value.AccountSid),
            new("ApiVersion", ApiVersion),
            new("From", message.From),
            new("MessageSid", message.Sid),
            new("MessageStatus", change.Status),
            new("SmsSid", message.Sid),
            new("SmsStatus", change.Status),
            new("To", message.To),
        ];
        if (change.ErrorCode is { } code)
            form.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        return SendAsync(message.StatusCallback!, form, cancellationToken);
    }

    /// <summary>A text from a phone.</summary>
    internal Task<bool> SendInboundAsync(Uri inboundUrl, string sid, string from, string to, string body, int segments, CancellationToken cancellationToken) =>
        SendAsync(
            inboundUrl.ToString(),
            [
                new("AccountSid", options.Value.AccountSid),
                new("ApiVersion", ApiVersion),
                new("Body", body),
                new("From", from),
                new("MessageSid", sid),
                new("NumMedia", "0"),
                new("NumSegments", segments.ToString(CultureInfo.InvariantCulture)),
                new("SmsMessageSid", sid),
                new("SmsSid", sid),
                new("SmsStatus", "received"),
                new("To", to),
            ],
            cancellationToken);

    public void Dispose() => _http.Dispose();

    /// <returns>Whether it was taken (2xx) in the end.</returns>
    private async Task<bool> SendAsync(string target, IReadOnlyCollection<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var (url, retries) = RetryRule.Split(target);
        var signature = WebhookSignature.OfForm(options.Value.AuthToken, url, form);
        for (var attempt = 0; ; attempt++)
        {
            string problem;
            var connected = true;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
                request.Headers.Add("X-Twilio-Signature", signature);
                using var response = await _http.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                    return true;
                problem = $"it answered {(int)response.StatusCode}";
            }
            catch (HttpRequestException exception)
            {
                connected = exception.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
                problem = exception.HttpRequestError.ToString();
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                problem = "it did not answer";
            }
            if (attempt >= retries.Count || (connected && !retries.OnAnswers))
            {
                Log.GivenUp(logger, new Uri(url).Host, problem);
                return false;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt)), time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A callback to {Host} was given up: {Problem}.")]
        public static partial void GivenUp(ILogger logger, string host, string problem);
    }
}
