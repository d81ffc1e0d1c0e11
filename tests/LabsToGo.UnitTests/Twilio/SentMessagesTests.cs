using System.Net;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.UnitTests.Twilio;

public sealed class SentMessagesTests
{
    private const string Ours = "+18335550100", Theirs = "+12125550199";

    [Fact]
    public async Task A_message_is_fetched_at_our_address_with_our_credentials()
    {
        var twilio = new AnsweringHandler(_ => (HttpStatusCode.OK, $$"""
            {
              "sid": "SM1", "to": "{{Theirs}}", "from": "{{Ours}}", "body": "Hello", "status": "undelivered", "error_code": 30003,
              "direction": "outbound-api",
              "date_created": "Thu, 24 Aug 2023 05:01:45 +0000"
            }
            """));

        var message = await Messages(twilio).FetchAsync("SM1", TestContext.Current.CancellationToken);

        Assert.Equal(new SentMessage("SM1", Ours, "Hello", "undelivered", 30003, true, new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero)), message);
        Assert.Equal(["GET http://sandbox.example:5082/2010-04-01/Accounts/AC1/Messages/SM1.json Basic QUMxOnRva2Vu "], twilio.Asked);
    }

    [Fact]
    public async Task A_word_that_the_package_does_not_know_is_passed_on()
    {
        var twilio = new AnsweringHandler(_ => (HttpStatusCode.OK, """{"sid": "SM1", "status": "teleported"}"""));

        Assert.Equal(
            new SentMessage("SM1", null, null, "teleported", null, false, null),
            await Messages(twilio).FetchAsync("SM1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sid_that_Twilio_does_not_know_is_nobody_s()
    {
        var twilio = new AnsweringHandler(_ => (HttpStatusCode.NotFound, """{"code": 20404, "message": "not found", "status": 404}"""));

        Assert.Null(await Messages(twilio).FetchAsync("SM1", TestContext.Current.CancellationToken));
        Assert.Equal(RedactResult.Gone, await Messages(twilio).RedactAsync("SM1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_list_goes_on_to_its_last_page()
    {
        var twilio = new AnsweringHandler(request => (HttpStatusCode.OK, request.Contains("PageToken", StringComparison.Ordinal)
            ? """{"messages": [{"sid": "SM3"}], "page_size": 50, "uri": "/2010-04-01/Accounts/AC1/Messages.json", "next_page_uri": null}"""
            : """
            {
              "messages": [{"sid": "SM1"}, {"sid": "SM2"}], "page_size": 50, "uri": "/2010-04-01/Accounts/AC1/Messages.json",
              "next_page_uri": "/2010-04-01/Accounts/AC1/Messages.json?PageSize=50&Page=1&PageToken=PASM2"
            }
            """));

        var sids = new List<string?>();
        await foreach (var message in Messages(twilio).ListToAsync(Theirs, TestContext.Current.CancellationToken))
            sids.Add(message.Sid);

        Assert.Equal(["SM1", "SM2", "SM3"], sids);
        Assert.Equal(
            "GET http://sandbox.example:5082/2010-04-01/Accounts/AC1/Messages.json?To=%2B12125550199&PageSize=200 Basic QUMxOnRva2Vu ",
            twilio.Asked[0]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, RedactResult.Redacted)]
    [InlineData(HttpStatusCode.BadRequest, RedactResult.NotYet)]
    [InlineData(HttpStatusCode.Conflict, RedactResult.NotYet)]
    [InlineData(HttpStatusCode.Unauthorized, RedactResult.Unavailable)]
    [InlineData(HttpStatusCode.TooManyRequests, RedactResult.Unavailable)]
    [InlineData(HttpStatusCode.BadGateway, RedactResult.Unavailable)]
    public async Task A_redaction_empties_the_body_and_tells_how_it_ended(HttpStatusCode status, RedactResult expected)
    {
        var twilio = new AnsweringHandler(_ => (status, $$"""{"code": 20009, "message": "so it is", "status": {{(int)status}}}"""));

        Assert.Equal(expected, await Messages(twilio).RedactAsync("SM1", TestContext.Current.CancellationToken));
        Assert.Equal(["POST http://sandbox.example:5082/2010-04-01/Accounts/AC1/Messages/SM1.json Basic QUMxOnRva2Vu Body="], twilio.Asked);
    }

    [Fact]
    public async Task What_goes_wrong_names_no_number()
    {
        foreach (var twilio in (AnsweringHandler[])
        [
            new(_ => (HttpStatusCode.BadRequest, $$"""{"code": 21211, "message": "The 'To' number {{Theirs}} is not valid", "status": 400}""")),
            new(_ => (HttpStatusCode.BadGateway, "<html>" + Theirs)),
            new(_ => (HttpStatusCode.OK, "<html>" + Theirs)),
            new(_ => (HttpStatusCode.OK, $$"""{"messages": [{"error_code": "{{Theirs}}"}]}""")),
            new(_ => throw new HttpRequestException("Connection refused")),
        ])
        {
            var failure = await Assert.ThrowsAsync<HttpRequestException>(async () =>
            {
                await foreach (var _ in Messages(twilio).ListToAsync(Theirs, TestContext.Current.CancellationToken))
                {
                }
            });
            Assert.DoesNotContain("2125550199", $"{failure}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_stops_waits_for_no_answer()
    {
        using var stopping = new CancellationTokenSource();
        var twilio = new AnsweringHandler(_ => (HttpStatusCode.OK, "{}")) { Before = () => stopping.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Messages(twilio).FetchAsync("SM1", stopping.Token));
    }

    private static SentMessages Messages(AnsweringHandler handler) => new(handler.Connect());
}
