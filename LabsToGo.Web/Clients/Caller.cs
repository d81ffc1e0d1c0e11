using System.Net;

namespace LabsToGo.Web.Clients;

/// <summary>
/// Whose browser is served: the Api writes it down and counts by it, and would else see this server alone. Of a circuit it is who opened it.
/// </summary>
internal sealed record Caller(IPAddress? Address, string UserAgent)
{
    private const int UserAgentLength = 200;

    /// <summary>The address as the known proxies tell it; never what a browser says of itself.</summary>
    public static Caller Of(HttpContext? http) =>
        new(
            http?.Connection.RemoteIpAddress,
            http is null ? "" : new([.. http.Request.Headers.UserAgent.ToString().Where(letter => letter is >= ' ' and <= '~').Take(UserAgentLength)]));

    public void PutInto(HttpRequestMessage request)
    {
        if (Address is not null)
            request.Headers.Add("X-Forwarded-For", Address.ToString());
        if (UserAgent.Length > 0)
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }
}
