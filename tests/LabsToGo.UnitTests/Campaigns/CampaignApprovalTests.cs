using LabsToGo.Contracts.Http;
using LabsToGo.Domain;
using LabsToGo.Domain.Campaigns;

namespace LabsToGo.UnitTests.Campaigns;

public sealed class CampaignApprovalTests
{
    private const int Limit = 100;

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Guid Asker = Guid.NewGuid(), Other = Guid.NewGuid();

    [Fact]
    public void Up_to_the_limit_one_person_starts_it()
    {
        var campaign = Draft();
        campaign.Start(Limit, Limit, Now, null);
        Assert.Equal(CampaignStatus.Queued, campaign.Status);
        Assert.Null(campaign.ApprovedBy);
    }

    [Fact]
    public void Above_the_limit_a_start_is_refused_whoever_asked_before()
    {
        Refused("needs another person's approval", () => Draft().Start(Limit + 1, Limit, Now, null));
        Refused("needs another person's approval", () => Asked().Start(Limit + 1, Limit, Now, null));
    }

    [Fact]
    public void Somebody_else_approves_and_so_starts_it()
    {
        var campaign = Asked();
        Assert.True(campaign.WaitsForApproval);
        campaign.Approve(Other, Now, 500, 500, Now, null);
        Assert.Equal((CampaignStatus.Queued, Other, false), (campaign.Status, campaign.ApprovedBy, campaign.WaitsForApproval));
    }

    [Fact]
    public void Who_asked_does_not_approve() => Refused("you asked for it yourself", () => Asked().Approve(Asker, Now, 500, 500, Now, null));

    [Fact]
    public void What_was_not_looked_at_is_not_approved()
    {
        Refused("was changed since you looked", () => Asked().Approve(Other, Now.AddSeconds(-1), 500, 500, Now, null));
        Refused("goes to 501 people by now, more than the 500", () => Asked().Approve(Other, Now, 500, 501, Now, null));
    }

    [Fact]
    public void A_change_a_decline_and_a_withdrawal_void_the_ask()
    {
        foreach (var voiding in (Action<Campaign>[])[campaign => campaign.Change("Other", "Text", new()), campaign => campaign.Decline("Marco", "Too long."),
            campaign => campaign.WithdrawAsk()])
        {
            var campaign = Asked();
            voiding(campaign);
            Refused("waits for nobody's approval", () => campaign.Approve(Other, Now, 500, 500, Now, null));
            Assert.Equal(CampaignStatus.Draft, campaign.Status);
        }
    }

    [Fact]
    public void A_decline_says_who_and_why_until_the_campaign_is_changed()
    {
        var campaign = Asked();
        campaign.Decline("Marco Manager", "Too long.");
        Assert.Equal("Not approved by Marco Manager: Too long.", campaign.StatusNote);
        campaign.Change("Reminder", "Short", new());
        Assert.Null(campaign.StatusNote);
    }

    [Fact]
    public void Nobody_is_asked_twice_nor_about_what_was_started()
    {
        Refused("waits for another person's approval already", () => Asked().AskForApproval(Other, Now));
        var started = Draft();
        started.Start(1, Limit, Now, null);
        Refused("has been started already", () => started.AskForApproval(Other, Now));
        Refused("has been started already", () => started.Approve(Other, Now, 500, 500, Now, null));
    }

    [Fact]
    public void A_pause_during_the_planning_is_no_way_around_a_second_person()
    {
        var campaign = Draft();
        campaign.Start(1, Limit, Now, null);
        campaign.Pause("Sara");
        Refused("goes to more than 100 people by now", () => campaign.Resume(Limit + 1, Limit));
        campaign.Resume(Limit, Limit);

        var approved = Asked();
        approved.Approve(Other, Now, 500, 500, Now, null);
        approved.Pause("Sara");
        approved.Resume(500, Limit);
        Assert.Equal(CampaignStatus.Queued, approved.Status);
    }

    private static Campaign Draft() => new(Guid.NewGuid(), "Reminder", "Hello", new Audience(), Asker, Now);

    private static Campaign Asked()
    {
        var campaign = Draft();
        campaign.AskForApproval(Asker, Now);
        return campaign;
    }

    private static void Refused(string why, Action action) => Assert.Contains(why, Assert.Throws<DomainException>(action).Message, StringComparison.Ordinal);
}
