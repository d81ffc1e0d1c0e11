using Twilio.Http;

namespace LabsToGo.Twilio.Package;

/// <summary>
/// What Twilio's package sends its requests through: our connections, at the address that we are configured with, signed by them, for one call that may be
/// given up.
/// </summary>
internal sealed class ConnectedHttpClient(TwilioConnection connection, CancellationToken cancellationToken) : global::Twilio.Http.HttpClient
{
    public override Response MakeRequest(Request request)
    {
        using var message = Message(request);
        using var answer = connection.Http.Send(message, cancellationToken);
        using var reader = new StreamReader(answer.Content.ReadAsStream(cancellationToken));
        return new Response(answer.StatusCode, reader.ReadToEnd(), answer.Headers);
    }

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var message = Message(request);
        using var answer = await connection.Http.SendAsync(message, cancellationToken);
        return new Response(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken), answer.Headers);
    }

    private static HttpRequestMessage Message(Request request) =>
        new(new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl().PathAndQuery)
        {
            Content = request.PostParams.Count > 0 ? new FormUrlEncodedContent(request.PostParams) : null,
        };
}
