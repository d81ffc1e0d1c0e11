using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using LabsToGo.Twilio;
using LabsToGo.Twilio.Messages;
using LabsToGo.Twilio.Package;
using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Benchmarks;

/// <summary>
/// What one message costs the processor until it is handed to the transport and its answer is read: our own form, and Twilio's package. Nothing goes over a
/// network.
/// </summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Its process ends with it.")]
public class MessageCreation
{
    private const string Text = "Hi Maria, Labs To Go here. Your nurse comes tomorrow between 8 and 10. Reply STOP to opt out.",
    Callback = "https://labs.example/twilio/status";

    private readonly TwilioConnection _connection = new(
        new TwilioOptions { AccountSid = "AC00000000000000000000000000000000", AuthToken = "token", BaseUrl = new("https://api.twilio.com") }, new Accepting());

    private TwilioMessagesClient _ours = null!;

    [GlobalSetup]
    public void Connect() => _ours = new TwilioMessagesClient(_connection);

    [Benchmark(Baseline = true)]
    public Task<CreateResult> OurForm() => _ours.CreateAsync(new CreateMessage("+19195550123", "+18005550100", Text, Callback), () => true);

    [Benchmark]
    public Task<MessageResource> Package() => _connection.AskAsync(
        client =>
            MessageResource.CreateAsync(to: new("+19195550123"), from: new("+18005550100"), body: Text, statusCallback: new Uri(Callback), client: client),
        CancellationToken.None);

    private sealed class Accepting : HttpMessageHandler
    {
        private const string Answer =
            """
            {"sid": "SM00000000000000000000000000000000", "account_sid": "AC00000000000000000000000000000000", "to": "+19195550123",
            "from": "+18005550100", "body": "Hi Maria", "status": "queued", "direction": "outbound-api", "num_segments": "1", "num_media": "0",
            "error_code": null, "error_message": null, "price": null, "price_unit": "USD", "api_version": "2010-04-01",
            "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000",
            "uri": "/2010-04-01/Accounts/AC/Messages/SM.json", "subresource_uris": {"media": "/2010-04-01/Accounts/AC/Messages/SM/Media.json"}}
            """;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // As a connection does.
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") };
        }
    }
}
