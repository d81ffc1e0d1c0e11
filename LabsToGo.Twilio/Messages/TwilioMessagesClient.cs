using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LabsToGo.Twilio.Errors;
using Microsoft.Extensions.Options;

namespace LabsToGo.Twilio.Messages;

/// <summary>Twilio's Messages API (2010-04-01) over one pool of connections. Nothing is ever repeated in here.</summary>
public sealed class TwilioMessagesClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _messages;

    public TwilioMessagesClient(IOptions<TwilioOptions> options)
    {
        var twilio = options.Value;
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = twilio.MaxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            // Shorter than a server's own idle limit: a POST into a connection that it is just closing would have an unknown outcome.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        {
            BaseAddress = twilio.BaseUrl,
            Timeout = TimeSpan.FromSeconds(twilio.TimeoutSeconds),
        };
        var (user, password) = twilio.ApiKeySid is null ? (twilio.AccountSid, twilio.AuthToken) : (twilio.ApiKeySid, twilio.ApiKeySecret);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _messages = $"/2010-04-01/Accounts/{twilio.AccountSid}/Messages";
    }

    /// <summary>
    /// Hands one message over. Twilio knows no idempotency key, so this takes no cancellation: a POST that has left can't be taken back,
    /// and its answer must be waited for, at most <see cref="TwilioOptions.TimeoutSeconds"/>.
    /// </summary>
    /// <returns>One of the four ends; it throws for none of them.</returns>
    public async Task<CreateResult> CreateAsync(CreateMessage message)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _messages + ".json") { Content = MessageForm.Content(message) };
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
    }

    /// <returns>Null when Twilio does not know the sid.</returns>
    /// <exception cref="HttpRequestException">No answer, or one that is neither a message nor 404.</exception>
    public async Task<TwilioMessage?> FetchAsync(string sid, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"{_messages}/{sid}.json", cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioMessage, cancellationToken);
    }

    /// <summary>Deletes a message's text at Twilio; sender, recipient and times stay. To do it twice does no harm.</summary>
    /// <returns>How it ended; it throws for no answer of Twilio's, and for none at all.</returns>
    public async Task<RedactResult> RedactAsync(string sid, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("Body", "")]);
            using var response = await _http.PostAsync($"{_messages}/{sid}.json", form, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => RedactResult.Redacted,
                HttpStatusCode.NotFound => RedactResult.Gone,
                HttpStatusCode.BadRequest or HttpStatusCode.Conflict => RedactResult.NotYet,
                _ => RedactResult.Unavailable,
            };
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return RedactResult.Unavailable;
        }
    }

    /// <summary>Messages to a number, newest first. Not filtered by date: <c>date_sent</c> is null while a message is queued, so a filter would miss the newest.</summary>
    /// <exception cref="HttpRequestException">No answer, or a refusal.</exception>
    public async IAsyncEnumerable<TwilioMessage> ListAsync(string to, string? from = null, int pageSize = 50, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = $"{_messages}.json?PageSize={pageSize}&To={Uri.EscapeDataString(to)}" + (from is null ? "" : $"&From={Uri.EscapeDataString(from)}");
        while (next is not null)
        {
            var page = await _http.GetFromJsonAsync(next, TwilioJson.Default.TwilioMessagePage, cancellationToken);
            foreach (var message in page!.Messages)
                yield return message;
            next = page.NextPageUri;
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<CreateResult> ReadCreatedAsync(HttpResponseMessage response)
    {
        try
        {
            var created = await response.Content.ReadFromJsonAsync(CreatedJson.Default.CreatedMessage);
            if (created?.Sid is { Length: 34 } sid && (sid.StartsWith("SM", StringComparison.Ordinal) || sid.StartsWith("MM", StringComparison.Ordinal)))
                return new CreateResult.Accepted(sid);
        }
        catch (JsonException)
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
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
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
