using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace LabsToGo.Twilio;

/// <summary>
/// The one pool of connections to Twilio, whatever is asked of it. It repeats nothing: not from the client factory, whose default handlers do, and a repeated
/// POST is a second text.
/// </summary>
public sealed class TwilioConnection : IDisposable
{
    /// <summary>Connections for all that is no message: questions, lists, redactions. They never take one from a message whose turn it is.</summary>
    private const int Beside = 50;

    public TwilioConnection(IOptions<TwilioOptions> options)
        : this(options.Value, new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Value.MaxConnections + Beside,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            // Shorter than a server's own idle limit: a POST into a connection that it is just closing would have an unknown outcome.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
    {
    }

    internal TwilioConnection(TwilioOptions twilio, HttpMessageHandler handler)
    {
        AccountSid = twilio.AccountSid;
        Http = new HttpClient(handler) { BaseAddress = twilio.BaseUrl, Timeout = TimeSpan.FromSeconds(twilio.TimeoutSeconds) };
        var (user, password) = twilio.ApiKeySid is null ? (twilio.AccountSid, twilio.AuthToken) : (twilio.ApiKeySid, twilio.ApiKeySecret);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    internal string AccountSid { get; }

    /// <summary>Signs each request; relative addresses are those of <see cref="TwilioOptions.BaseUrl"/>.</summary>
    internal HttpClient Http { get; }

    public void Dispose() => Http.Dispose();
}
