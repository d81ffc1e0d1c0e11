using LabsToGo.Contracts.Http;
using LabsToGo.Web.Components.Shared;

namespace LabsToGo.UnitTests.Pages;

public sealed class ProgressWordsTests
{
    private static readonly CampaignProgress Nothing = new(
        Guid.Empty, CampaignStatus.Running, null, null, Planned: true, Total: 0, Pending: 0, Sending: 0, Unknown: 0, Accepted: 0, Sent: 0, Delivered: 0,
        SentUnconfirmed: 0, Undelivered: 0, Failed: 0, Skipped: 0, Canceled: 0, Expired: 0, MessagesPerSecond: 0, SecondsLeft: null, NeedsApproval: false);

    public static TheoryData<CampaignProgress, string> Headlines => new()
    {
        { Nothing with { Planned = false, Status = CampaignStatus.Planning, Total = 40, Pending = 35, Skipped = 5 }, "Getting the texts ready: 35 so far" },
        { Nothing with { Total = 100, Skipped = 13, Pending = 87 }, "0 % done: 0 of 87 people" },
        { Nothing with { Total = 100, Skipped = 13, Pending = 40, Sent = 7, Delivered = 35, Failed = 5 }, "45 % done: 40 of 87 people" },
        { Nothing with { Status = CampaignStatus.Paused, Total = 3, Delivered = 2, Pending = 1 }, "66 % done: 2 of 3 people" },
        { Nothing with { Status = CampaignStatus.Canceled, Total = 90, Delivered = 30, Canceled = 60 }, "Canceled: 30 of 90 people have the text" },
        { Nothing with { Status = CampaignStatus.Canceled, Planned = false, Total = 9, Delivered = 1, Canceled = 8 }, "Canceled: 1 person has the text" },
        {
            Nothing with { Status = CampaignStatus.Completed, Total = 10, Skipped = 1, Delivered = 6, SentUnconfirmed = 2, Undelivered = 1 },
            "6 of 9 people have the text, and probably 2 more"
        },
        { Nothing with { Status = CampaignStatus.Completed, Total = 1, Delivered = 1 }, "1 of 1 person has the text" },
        { Nothing with { Status = CampaignStatus.Completed, Total = 4, Skipped = 4 }, "Nobody gets the text: everybody was skipped" },
    };

    [Theory]
    [MemberData(nameof(Headlines), DisableDiscoveryEnumeration = true)]
    public void Says_what_is_true_before_during_and_after(CampaignProgress progress, string expected) =>
        Assert.Equal(expected, ProgressWords.Headline(progress));

    [Fact]
    public void No_two_states_of_a_text_have_one_colour() =>
        Assert.Equal(MessageState.All.Count, MessageState.All.Select(state => state.Tone).Distinct().Count());
}
