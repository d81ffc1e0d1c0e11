using System.Text;
using Microsoft.AspNetCore.Http;

namespace LabsToGo.FaultTests.Callbacks;

/// <summary>A callback as Twilio sent it, to be played to any Api.</summary>
/// <param name="Target">Path and query.</param>
internal sealed record Callback(string Target, string Form, string? Signature)
{
    public static async Task<Callback> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new Callback($"{request.Path}{request.QueryString}", await reader.ReadToEndAsync(), request.Headers["X-Twilio-Signature"]);
    }

    /// <param name="host">The Host header, where it is not the Api's own.</param>
    /// <returns>The answer's status.</returns>
    public async Task<int> PlayAsync(HttpClient http, Uri api, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, Target));
        request.Headers.Host = host;
        request.Content = new StringContent(Form, Encoding.UTF8, "application/x-www-form-urlencoded");
        if (Signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
