using System.Net;
using System.Text.RegularExpressions;

namespace LabsToGo.SecurityTests.Web;

/// <summary>The sign-in form as a program fills it in.</summary>
internal sealed partial class SignInPage : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    public SignInPage(Uri web) => Http = new HttpClient(_handler) { BaseAddress = web };

    public HttpClient Http { get; }

    /// <param name="change">What is done to the request before it leaves.</param>
    public async Task<HttpResponseMessage> SignInAsync(string query = "", bool withToken = true, Action<HttpRequestMessage>? change = null)
    {
        var page = await Http.GetStringAsync(new Uri("/sign-in" + query, UriKind.Relative));
        Dictionary<string, string> fields = new()
        {
            ["_handler"] = "sign-in",
            ["Input.Email"] = "viewer@demo.example",
            ["Input.Password"] = "LabsToGo-Demo-1",
        };
        if (withToken)
            fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in" + query) { Content = new FormUrlEncodedContent(fields) };
        change?.Invoke(request);
        return await Http.SendAsync(request);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
