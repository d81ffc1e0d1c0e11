using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LabsToGo.Twilio.Errors;

namespace LabsToGo.Twilio.Messages;

/// <summary>
/// Hands messages over. By our own POST: Twilio's package tells neither whether a byte has left nor when to come again, and costs two and a half times as much
/// (docs/decisions/0009).
/// </summary>
public sealed class TwilioMessagesClient(TwilioConnection connection)
{
    private readonly HttpClient _http = connection.Http;
    private readonly string _messages = $"/2010-04-01/Accounts/{connection.AccountSid}/Messages.json";

    /// <summary>
    /// Hands one message over. Twilio knows no idempotency key, so this takes no cancellation: a POST that has left can't be taken back,
    /// and its answer must be waited for, at most <see cref="TwilioOptions.TimeoutSeconds"/>.
    /// </summary>
    /// <param name="mayLeave">
    /// Asked when a connection is open and the message about to leave, which may be later than the call: whether what it was checked for still holds.
    /// </param>
    /// <returns>One of the four ends; it throws for none of them.</returns>
    public async Task<CreateResult> CreateAsync(CreateMessage message, Func<bool> mayLeave)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _messages) { Content = MessageForm.Content(message, mayLeave) };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
            return response.StatusCode switch
            {
                HttpStatusCode.Created => await ReadCreatedAsync(response),
                HttpStatusCode.TooManyRequests => new CreateResult.RetryLater(RetryAfter(response), 20429, "Twilio is busy (429)."),
                HttpStatusCode.RequestTimeout => new CreateResult.Unknown("Twilio answered 408."),
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => await ReadRefusalAsync(response),
                var status => new CreateResult.Unknown($"Twilio answered {(int)status}."),
            };
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is LeftTooLateException)
        {
            return new CreateResult.RetryLater(null, null, "Twilio could not be reached in time.");
        }
        catch (HttpRequestException exception) when (NeverConnected(exception))
        {
            return new CreateResult.RetryLater(null, null, $"Twilio could not be reached ({exception.HttpRequestError}).");
        }
        catch (HttpRequestException exception)
        {
            return new CreateResult.Unknown($"The connection broke before the answer ({exception.HttpRequestError}).");
        }
        catch (OperationCanceledException)
        {
            return new CreateResult.Unknown($"No answer within {_http.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception exception)
        {
            // Whatever it was, the message may have left.
            return new CreateResult.Unknown($"The answer could not be read ({exception.GetType().Name}).");
        }
    }

    private static async Task<CreateResult> ReadCreatedAsync(HttpResponseMessage response)
    {
        try
        {
            var created = await response.Content.ReadFromJsonAsync(CreatedJson.Default.CreatedMessage);
            if (MessageSid.IsOne(created?.Sid))
                return new CreateResult.Accepted(created!.Sid!);
        }
        catch (Exception exception) when (Unreadable(exception))
        {
            // Falls through: accepted, as it says, but under a sid that we can't read.
        }
        return new CreateResult.Unknown("Twilio answered 201 without a readable sid.");
    }

    private static async Task<CreateResult> ReadRefusalAsync(HttpResponseMessage response)
    {
        int? code = null;
        try
        {
            code = (await response.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioProblem))?.Code;
        }
        catch (Exception exception) when (Unreadable(exception))
        {
            // A proxy's page instead of Twilio's JSON: the status alone has to do.
        }
        code ??= response.StatusCode is HttpStatusCode.Unauthorized ? TwilioErrors.AuthenticationFailed : null;
        var error = TwilioErrors.OfResponse(code);
        return error.Class switch
        {
            TwilioErrorClass.Transient => new CreateResult.RetryLater(RetryAfter(response), code, error.InWords),
            TwilioErrorClass.Ambiguous => new CreateResult.Unknown(error.InWords),
            _ => new CreateResult.Rejected(code, error),
        };
    }

    /// <summary>No JSON, of another type, or in a charset that does not exist.</summary>
    private static bool Unreadable(Exception exception) => exception is JsonException or NotSupportedException or InvalidOperationException;

    /// <summary>True only where the transport proves that not a byte of the request was sent.</summary>
    private static bool NeverConnected(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - (response.Headers.Date ?? DateTimeOffset.UtcNow) is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
