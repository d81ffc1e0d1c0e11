using System.Globalization;
using System.Text.Json;
using LabsToGo.SmsWorker.Reconciling;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Domain.Privacy;
using LabsToGo.Twilio;
using LabsToGo.Twilio.Messages;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.UnitTests.Privacy;

public sealed class SensitiveTests
{
    private const string Number = "+12125550199", Text = "Zaubertext";

    [Fact]
    public void However_it_is_printed_it_does_not_show()
    {
        Sensitive value = Number;
        object boxed = value;
        foreach (var printed in (string[])
        [
            value.ToString(), $"{value}", $"{value,20}", $"{value:X}", $"{boxed}", string.Concat("", value),
            string.Format(CultureInfo.InvariantCulture, "{0}", value),
            string.Create(CultureInfo.InvariantCulture, $"{value}"), JsonSerializer.Serialize(value), new InvalidOperationException($"No {value}").ToString(),
        ])
            Assert.DoesNotContain("2125550199", printed, StringComparison.Ordinal);
        Assert.Equal(Number, value.Reveal());
    }

    [Fact]
    public void It_is_equal_to_its_like_alone()
    {
        Assert.Equal(new Sensitive(Number), (Sensitive)Number);
        Assert.NotEqual(new Sensitive(Number), new Sensitive("+12125550198"));
        Assert.Equal("", default(Sensitive).Reveal());
    }

    [Fact]
    public void What_carries_a_patient_s_number_or_text_to_Twilio_and_back_does_not_print_them()
    {
        foreach (var carrier in (object[])
        [
            new ClaimedMessage(Guid.NewGuid(), "+18335550100", Number, Text, 1),
            new OpenMessage(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "+18335550100", Number, Text, DateTimeOffset.UnixEpoch),
            new CreateMessage(Number, "+18335550100", Text, "http://localhost"),
            new InboundMessage("SM1", Number, "+18335550100", Text, null),
            new SentMessage("SM1", "+18335550100", Text, "sent", null, true, null),
            new TwilioOptions { AuthToken = Text, ApiKeySecret = Number },
        ])
        {
            Assert.DoesNotContain("2125550199", $"{carrier}", StringComparison.Ordinal);
            Assert.DoesNotContain(Text, $"{carrier}", StringComparison.Ordinal);
        }
    }
}
