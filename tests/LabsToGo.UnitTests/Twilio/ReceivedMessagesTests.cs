using System.Net;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.UnitTests.Twilio;

public sealed class ReceivedMessagesTests
{
    private const string Ours = "+18335550100", Theirs = "+12125550199";

    [Fact]
    public async Task What_came_in_since_then_is_listed_and_nothing_that_left()
    {
        var twilio = new AnsweringHandler(_ => (HttpStatusCode.OK, $$"""
            {
              "messages": [
                {"sid": "SM2", "from": "{{Theirs}}", "to": "{{Ours}}", "body": "STOP",
                  "direction": "inbound", "date_sent": "Thu, 24 Aug 2023 05:01:45 +0000"},
                {"sid": "SM1", "from": "{{Theirs}}", "to": "{{Ours}}", "body": null,
                  "direction": "inbound", "date_created": "Thu, 24 Aug 2023 05:01:44 +0000"},
                {"sid": "SM0", "from": "{{Theirs}}", "to": "{{Ours}}", "body": "Hello",
                  "direction": "outbound-api", "date_sent": "Thu, 24 Aug 2023 05:01:43 +0000"}
              ],
              "page_size": 50, "uri": "/2010-04-01/Accounts/AC1/Messages.json", "next_page_uri": null
            }
            """));

        var received = new List<ReceivedMessage>();
        var since = new DateTimeOffset(2023, 8, 24, 7, 0, 0, TimeSpan.FromHours(2));
        await foreach (var message in new ReceivedMessages(twilio.Connect()).ListAsync(Ours, since, TestContext.Current.CancellationToken))
            received.Add(message);

        var at = new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero);
        Assert.Equal([new ReceivedMessage("SM2", Theirs, "STOP", at), new ReceivedMessage("SM1", Theirs, "", at.AddSeconds(-1))], received);
        Assert.StartsWith(
            "GET http://sandbox.example:5082/2010-04-01/Accounts/AC1/Messages.json?To=%2B18335550100&DateSent>=2023-08-24T05%3A00%3A00Z&PageSize=200 ",
            Assert.Single(twilio.Asked), StringComparison.Ordinal);
    }
}
