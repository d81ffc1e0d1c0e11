using System.Text;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.ReferenceTests.Signatures;

public sealed class SignatureTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Vectors =>
        SignatureVector.All.Select((vector, number) => new TheoryDataRow<int, string>(number, vector.Name));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_webhook_is_taken_or_refused_as_the_reference_says(int number, string name)
    {
        var vector = SignatureVector.All[number];

        var valid = vector.Kind == "json"
            ? WebhookSignature.IsValidJson(vector.Token, vector.Url, Encoding.UTF8.GetBytes(vector.Body ?? ""), vector.Signature)
            : WebhookSignature.IsValidForm(vector.Token, vector.Url, vector.Form, vector.Signature);

        Assert.Equal((name, vector.Valid), (name, valid));
    }

    [Fact]
    public void There_are_vectors_of_both_kinds_and_both_answers()
    {
        Assert.Equal(["form", "json"], SignatureVector.All.Select(vector => vector.Kind).Distinct().Order());
        Assert.Equal([false, true], SignatureVector.All.Select(vector => vector.Valid).Distinct().Order());
    }

    [Theory]
    [InlineData("https://sms.lab.example/twilio/o'neil", "https://sms.lab.example/twilio/o%27neil")]
    [InlineData("https://sms.lab.example/twilio/o%27neil", "https://sms.lab.example/twilio/o'neil")]
    [InlineData("https://sms.lab.example:443/twilio/o'neil", "https://sms.lab.example/twilio/o%27neil")]
    public void An_apostrophe_is_signed_escaped_or_not_and_received_the_other_way(string whenSigned, string whenReceived)
    {
        KeyValuePair<string, string>[] form = [new("MessageSid", "SM1"), new("Body", "It's me")];
        var signature = WebhookSignature.OfForm("token", whenSigned, form);

        Assert.True(WebhookSignature.IsValidForm("token", whenReceived, form, signature));
        Assert.False(WebhookSignature.IsValidForm("token", whenReceived.Replace("neil", "neal", StringComparison.Ordinal), form, signature));
    }
}
