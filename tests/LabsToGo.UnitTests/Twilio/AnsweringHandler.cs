using System.Net;
using System.Text;
using LabsToGo.Twilio;

namespace LabsToGo.UnitTests.Twilio;

/// <summary>Twilio, as far as a test needs it.</summary>
internal sealed class AnsweringHandler(Func<string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public string? RetryAfter { get; init; }

    public Action Before { get; init; } = () => { };

    public TwilioConnection Connect() =>
        new(new TwilioOptions { AccountSid = "AC1", AuthToken = "token", BaseUrl = new Uri("http://sandbox.example:5082") }, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Before();
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization} {body}");
        var (status, text) = answer(request.RequestUri!.Query);
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        if (RetryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
        return response;
    }
}
