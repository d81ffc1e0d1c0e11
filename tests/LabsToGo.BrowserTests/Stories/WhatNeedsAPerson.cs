using System.Text;
using LabsToGo.BrowserTests.Pages;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;
using RabbitMQ.Client;

namespace LabsToGo.BrowserTests.Stories;

public sealed class WhatNeedsAPerson(BrowserFixture fixture)
{
    [Fact]
    public async Task A_text_that_may_have_been_sent_is_decided_by_a_person()
    {
        using var api = await fixture.Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(api, 30);
        CampaignResponse campaign;
        try
        {
            await fixture.Stack.Sandbox.SwitchAsync(new { ServerError = 1 });
            campaign = await api.StartCampaignAsync(audience);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown > 1);
        }
        finally
        {
            await fixture.Stack.Sandbox.SwitchAsync(new { });
        }
        await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Planned: true } now && now.Finished + now.Unknown == now.Total);
        // A person is asked fifteen seconds later, when Twilio has been asked.
        await fixture.Stack.SqlAsync(
            $"update messages set updated_at = updated_at - interval '15 seconds' where campaign_id = '{campaign.Id}' and status = 'unknown'");

        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/campaigns/{campaign.Id}", "Test");
        var page = new CampaignPage(session);
        await page.ShowOnlyAsync("Being checked");

        await page.DecideAsync("It arrived");
        await Assertions.Expect(session.Page.GetByText("Noted. Nothing more is sent.")).ToBeVisibleAsync();
        await page.DecideAsync("Send again");
        await page.DecideAsync("Yes, send again");
        await page.DecideAsync("Send all of them again");
        await page.DecideAsync("Yes, send again");
        var ended = await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Pending: 0, Sending: 0, Unknown: 0, Accepted: 1, Sent: 0 });
        Assert.Equal(ended.Progress.Total, ended.Progress.Finished + 1);
    }

    [Fact]
    public async Task Work_that_failed_is_shown_and_tried_again()
    {
        await using var connection =
            await new ConnectionFactory { Uri = new Uri(await fixture.Stack.ConnectionStringAsync("messaging")) }.CreateConnectionAsync(
            TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await channel.BasicPublishAsync("", "send-batch", Encoding.UTF8.GetBytes("no json"), TestContext.Current.CancellationToken);

        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/queue", "Queue");
        var failed = session.Page.GetByRole(AriaRole.Region, new() { Name = "send-batch_error" });
        await Assertions.Expect(failed.GetByText("Exception").First).ToBeVisibleAsync();
        await failed.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByText("They are tried again.")).ToBeVisibleAsync();

        // It fails again, and is put aside a second time: not before that is it there to be removed.
        await Eventually.IsAsync(
            async () => await channel.MessageCountAsync("send-batch_error", TestContext.Current.CancellationToken) == 1,
            () => "What was tried again did not come back.",
            seconds: 30);
        await channel.QueuePurgeAsync("send-batch_error", TestContext.Current.CancellationToken);
        await Assertions.Expect(failed).ToBeHiddenAsync();
    }
}
