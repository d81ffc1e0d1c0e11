using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.Testing.Telemetry;

namespace LabsToGo.IntegrationTests.Telemetry;

public sealed class TelemetryTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    private IReadOnlyList<EmittedSpan> Spans => Stack.Telemetry.Spans;

    [Fact]
    public async Task One_trace_runs_from_the_click_to_the_plan_and_one_of_each_batch_to_its_record()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 15);
        CampaignResponse campaign = null!;
        var start = "";
        await KeptAsync(
            async () =>
            {
                campaign = await api.StartCampaignAsync(audience.Filter);
                await api.WaitForEndAsync(campaign.Id);
                start = await TraceOfAsync(campaign.Id);
            },
            () => Batches(campaign, start).Count > 0,
            () => $"no batch with a link to {start}");
        await EventuallyAsync(
            () =>
                Of(start).Any(span => span is { Service: "api", Name: var name } && name.Contains("/start", StringComparison.Ordinal))
                    && Of(start).Any(span => span.Service == "campaign-worker"),
            () => Told(Of(start)));

        foreach (var batch in Batches(campaign, start))
        {
            Assert.Equal("", batch.ParentId);
            string[] steps = ["claim batch", "hand to Twilio", "POST", "record outcomes"];
            await EventuallyAsync(
                () => steps.All(step => Of(batch.TraceId).Any(span => span.Name == step && span.Service.StartsWith("sms-worker", StringComparison.Ordinal))),
                () => Told(Of(batch.TraceId)));
            Assert.Contains(
                Of(batch.TraceId), span => span.Attributes.GetValueOrDefault("db.system.name", span.Attributes.GetValueOrDefault("db.system", "")) == "redis");
        }
    }

    [Fact]
    public async Task A_callback_is_linked_to_the_attempt_that_it_reports_on()
    {
        using var api = await Stack.SignInAsync();
        var text = Guid.Empty;
        await KeptAsync(
            async () =>
            {
                var patient = await api.NewPatientAsync();
                await api.TextAsync(patient, "Your results are ready.");
                text = (await api.WaitForTextAsync(patient, shown => shown.Ours?.Status == "delivered")).Id;
            },
            () => Spans.Any(attempt => attempt.Name == "hand to Twilio" && attempt.Attributes["message.id"] == text.ToString() && CallbacksOf(attempt).Any()),
            () => Told(Spans.Where(span => span.Name is "hand to Twilio" or "status callback")));
    }

    [Fact]
    public async Task What_a_loop_asks_and_what_is_probed_makes_no_trace()
    {
        await EventuallyAsync(() => Spans.Count > 0, () => "no spans at all");
        // A statement, a command or a request has somebody who wanted it.
        var lone = Spans.Where(
            span => span.ParentId.Length == 0
                && (span.Attributes.ContainsKey("db.system.name") || span.Attributes.ContainsKey("db.system") || span.Attributes.ContainsKey("url.full")));
        Assert.True(!lone.Any(), Told(lone));
        Assert.DoesNotContain(Spans, span => span.Attributes.GetValueOrDefault("url.path") is "/health" or "/alive");
    }

    [Fact]
    public async Task Metrics_and_logs_come_too()
    {
        // Of its own: nothing is counted before a text was sent, and the other tests may come later.
        using var api = await Stack.SignInAsync();
        await api.WaitForEndAsync((await api.StartCampaignAsync(await OwnAudience.ImportAsync(api, 5))).Id);
        await EventuallyAsync(() => Stack.Telemetry.Holds("labstogo.messages.sent"), () => $"no metrics of ours among {Stack.Telemetry.Count("metrics")}");
        await EventuallyAsync(() => Stack.Telemetry.Count("logs") > 0, () => "no logs");
    }

    private IEnumerable<EmittedSpan> CallbacksOf(EmittedSpan attempt) => Spans.Where(span =>
        span is { Service: "api", Name: "status callback", ParentId: "" } && span.Attributes.ContainsKey("message.status")
        && span.Attributes["message.id"] == attempt.Attributes["message.id"] && span.Links.Contains((attempt.TraceId, attempt.Id)));

    private List<EmittedSpan> Of(string traceId) => [.. Spans.Where(span => span.TraceId == traceId)];

    private List<EmittedSpan> Batches(CampaignResponse campaign, string start) =>
        [.. Spans.Where(
            span => span.Name == "hand out batch" && span.Attributes["campaign.id"] == campaign.Id.ToString()
                && span.Links.Any(link => link.TraceId == start))];

    /// <summary>Of what there are many a second a few traces are kept, and tests before may have used those up: then it is done once more.</summary>
    private static Task KeptAsync(Func<Task> act, Func<bool> condition, Func<string> otherwise) => Eventually.IsAsync(
        async () =>
        {
            await act();
            for (var looks = 0; looks < 30 && !condition(); looks++)
                await Task.Delay(100);
            return condition();
        },
        otherwise,
        seconds: 60);

    private async Task<string> TraceOfAsync(Guid campaignId) =>
        ((string)(await Stack.SqlAsync($"select trace_parent from campaigns where id = '{campaignId}'"))!).Split('-')[1];

    private static string Told(IEnumerable<EmittedSpan> spans) => string.Join('\n', spans.Take(40));

    private static Task EventuallyAsync(Func<bool> condition, Func<string> otherwise) => Eventually.IsAsync(() => Task.FromResult(condition()), otherwise);
}
