using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Telemetry;

public sealed class TelemetryTests(StackFixture fixture)
{
    private static readonly string[] OneTrace = ["api", "campaign-worker", "sms-worker-1", "sms-worker-2"];

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task One_trace_runs_from_the_click_to_the_call_of_Twilio()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 50);
        var campaign = await api.StartCampaignAsync(audience.Filter);
        await api.WaitForEndAsync(campaign.Id);

        var trace = await TraceOfAsync(campaign.Id);
        await EventuallyAsync(() => OneTrace.SequenceEqual(Stack.Telemetry.ServicesThatSaid("traces", trace, OneTrace)), () => string.Join(", ", Stack.Telemetry.ServicesThatSaid("traces", trace, OneTrace)));
        await EventuallyAsync(() => Stack.Telemetry.Holds("labstogo.messages.sent"), () => $"no metrics of ours among {Stack.Telemetry.Count("metrics")}");
        await EventuallyAsync(() => Stack.Telemetry.Count("logs") > 0, () => "no logs");
    }

    private async Task<byte[]> TraceOfAsync(Guid campaignId)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"select trace_parent from campaigns where id = '{campaignId}'";
        var parent = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return Convert.FromHexString(parent.Split('-')[1]);
    }

    private static async Task EventuallyAsync(Func<bool> condition, Func<string> otherwise)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (condition())
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Fail(otherwise());
    }
}
