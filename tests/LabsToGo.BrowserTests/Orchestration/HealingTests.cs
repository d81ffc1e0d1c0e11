using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using LabsToGo.BrowserTests.Stack;
using LabsToGo.Testing;

namespace LabsToGo.BrowserTests.Orchestration;

/// <summary>What is killed comes back by itself, and no message is lost.</summary>
public sealed class HealingTests(BrowserFixture fixture)
{
    private RunningAppHost Stack => fixture.Stack;

    [Fact]
    public async Task A_killed_worker_comes_back_alone_in_the_middle_of_a_campaign()
    {
        using var api = await Stack.SignInAsync();
        await Stack.Sandbox.ForgetAsync();
        var campaign = await api.StartCampaignAsync(await OwnAudience.ImportAsync(api, 2_000));
        await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Handed > 100);
        var before = Stack.Instances("sms-worker");

        Process.GetProcessById(before[0].ServiceProcessId()).Kill();

        await Eventually.IsAsync(
            () =>
                Task.FromResult(Stack.Instances("sms-worker") is var now && now[0].IsRunning && now[0].ProcessId != before[0].ProcessId && now[1] == before[1]),
            () => $"From {string.Join(", ", before)} to {string.Join(", ", Stack.Instances("sms-worker"))}.",
            seconds: 120);
        var ended = (await api.WaitForEndAsync(campaign.Id, TimeSpan.FromMinutes(3))).Progress;
        Assert.Equal(2_000, ended.Delivered);
        Assert.Equal(new ReceivedTexts(Accepted: 2_000, MostPerRecipient: 1), await Stack.Sandbox.ReceivedAsync());
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [InlineData("messaging")]
    public async Task A_killed_server_comes_back_with_its_data(string server)
    {
        using var api = await Stack.SignInAsync();
        var before = Assert.Single(Stack.Instances(server));

        Process.GetProcessById(before.ProcessId!.Value).Kill();

        await Eventually.IsAsync(
            () => Task.FromResult(Stack.Instances(server) is [{ IsRunning: true } now] && now.ProcessId != before.ProcessId),
            () => $"{server} is {Stack.Instances(server)[0]}.", seconds: 120);
        var campaign = await Eventually.GetAsync(async () => await api.StartCampaignAsync(await OwnAudience.ImportAsync(api, 5)), seconds: 120);
        await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Delivered == 5, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task What_a_person_stops_stays_stopped_until_a_person_starts_it()
    {
        var worker = Assert.Single(Stack.Instances("campaign-worker"));

        await Stack.CommandAsync(worker, KnownResourceCommands.StopCommand);
        // What crashes after that has come back, and this has not.
        var killed = Stack.Instances("sms-worker")[1];
        Process.GetProcessById(killed.ServiceProcessId()).Kill();
        await Eventually.IsAsync(
            () => Task.FromResult(Stack.Instances("sms-worker")[1] is { IsRunning: true } now && now.ProcessId != killed.ProcessId),
            () => "The SMS worker did not come back.", seconds: 120);
        Assert.False(Assert.Single(Stack.Instances("campaign-worker")).IsRunning);

        await Stack.CommandAsync(worker, KnownResourceCommands.StartCommand);
        await Eventually.IsAsync(() => Task.FromResult(Stack.Instances("campaign-worker")[0].IsRunning), () => "It did not start again.", seconds: 120);
    }
}
