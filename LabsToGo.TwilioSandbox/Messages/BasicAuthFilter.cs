using System.Net.Http.Headers;
using System.Text;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>Lets only the configured account in: by its auth token or its API key.</summary>
internal sealed class BasicAuthFilter(IOptions<TwilioOptions> options) : IEndpointFilter
{
    private readonly HashSet<string> _accepted = Accepted(options.Value);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        AuthenticationHeaderValue.TryParse(context.HttpContext.Request.Headers.Authorization, out var header)
            && header is { Scheme: "Basic", Parameter: { } credentials } && _accepted.Contains(credentials)
            && context.HttpContext.Request.RouteValues["accountSid"] is string account && account == options.Value.AccountSid
            ? await next(context)
            : Answers.Problem(401, 20003, "Authenticate");

    private static HashSet<string> Accepted(TwilioOptions twilio)
    {
        var all = new HashSet<string> { Encode(twilio.AccountSid, twilio.AuthToken) };
        if (twilio is { ApiKeySid: { } key, ApiKeySecret: { } secret })
            all.Add(Encode(key, secret));
        return all;
    }

    private static string Encode(string user, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
