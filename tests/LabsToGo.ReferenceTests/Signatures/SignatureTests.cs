using System.Text;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.ReferenceTests.Signatures;

public sealed class SignatureTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Vectors => SignatureVector.All.Select((vector, number) => new TheoryDataRow<int, string>(number, vector.Name));

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
}
