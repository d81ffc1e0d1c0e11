using System.Net;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.UnitTests.Twilio;

/// <summary>Whatever comes back, a POST has one of four ends, and none of them is an exception.</summary>
public sealed class CreateAnswerTests
{
    private const string Json = "application/json; charset=utf-8", Sid = "SM0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData($$"""{"sid": "{{Sid}}"}""", "application/json; charset=nonsense")]
    [InlineData("""{"sid": "SM""", Json)]
    [InlineData("""{"sid": 12}""", Json)]
    [InlineData("""{"sid": "SM1"}""", Json)]
    [InlineData("""{"sid": null}""", Json)]
    [InlineData("[]", Json)]
    [InlineData("null", Json)]
    [InlineData("", Json)]
    [InlineData("\ud800", Json)]
    public async Task A_201_that_can_not_be_read_leaves_the_outcome_open(string body, string contentType) =>
        Assert.IsType<CreateResult.Unknown>(await CreateAsync(HttpStatusCode.Created, body, contentType));

    [Theory]
    [InlineData("<html>Forbidden</html>", "text/html")]
    [InlineData("""{"code": 29999}""", "application/json; charset=nonsense")]
    [InlineData("", Json)]
    [InlineData("""{"code": "many"}""", Json)]
    public async Task A_refusal_that_can_not_be_read_is_one_that_nobody_can_explain(string body, string contentType)
    {
        var refusal = Assert.IsType<CreateResult.Rejected>(await CreateAsync(HttpStatusCode.Forbidden, body, contentType));
        Assert.Equal((null, TwilioErrorClass.Unknown), (refusal.Code, refusal.Error.Class));
    }

    [Fact]
    public async Task A_401_without_a_word_is_about_the_account()
    {
        var refusal = Assert.IsType<CreateResult.Rejected>(await CreateAsync(HttpStatusCode.Unauthorized, "", Json));
        Assert.Equal((TwilioErrors.AuthenticationFailed, TwilioErrorClass.Account), (refusal.Code, refusal.Error.Class));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 24 Aug 2023 05:01:45 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task A_429_is_tried_again_no_sooner_than_it_asks(string? retryAfter, int? seconds)
    {
        var later = Assert.IsType<CreateResult.RetryLater>(await CreateAsync(HttpStatusCode.TooManyRequests, """{"code": 20429}""", Json, retryAfter));
        Assert.Equal(seconds, later.After?.TotalSeconds);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Anything_else_leaves_the_outcome_open(HttpStatusCode status) =>
        Assert.IsType<CreateResult.Unknown>(await CreateAsync(status, "", Json));

    private static async Task<CreateResult> CreateAsync(HttpStatusCode status, string body, string contentType, string? retryAfter = null)
    {
        var twilio = new AnsweringHandler(_ => (status, body)) { ContentType = contentType, RetryAfter = retryAfter };
        using var connection = twilio.Connect();
        return await new TwilioMessagesClient(connection).CreateAsync(
            new CreateMessage("+12125550199", "+18335550100", "Hello", "https://texts.lab.example/status"), () => true);
    }
}
