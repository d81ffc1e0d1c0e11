using System.Diagnostics;
using System.Net;
using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>An error of ours tells the caller nothing but a trace id, and those on call everything.</summary>
public sealed class ServerErrorTests(StackFixture fixture)
{
    [Fact]
    public async Task Its_answer_holds_no_internals_and_its_trace_id_leads_to_the_exception()
    {
        var name = $"Fails {Guid.NewGuid():N}";
        using var owner = await fixture.Stack.SignInAsync();
        await fixture.Stack.SqlAsync($"alter table campaigns add constraint ck_errors check (name <> '{name}')");
        try
        {
            using var answer = await owner.SendAsync(HttpMethod.Post, "/api/campaigns", new CampaignRequest(name, "Hi {{ first_name }}", new AudienceFilter()));
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.DoesNotContain("ck_errors", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
            var told = JsonDocument.Parse(body).RootElement.GetProperty("traceId").GetString()!;
            var traceId = ActivityContext.Parse(told, traceState: null).TraceId;
            await Eventually.IsAsync(
                async () =>
                    (await fixture.Stack.Api.UnhandledExceptionsAsync())
                        .Any(error => error.Contains("ck_errors", StringComparison.Ordinal) && error.Contains(told, StringComparison.Ordinal)),
                () => "The log does not hold the exception with the trace id that was told");
            await Eventually.IsAsync(
                () => Task.FromResult(fixture.Stack.Telemetry.ServicesThatSaid("logs", Convert.FromHexString(traceId.ToHexString()), ["api"]).Count == 1),
                () => "No log was exported with the trace id");
        }
        finally
        {
            await fixture.Stack.SqlAsync("alter table campaigns drop constraint ck_errors");
        }
    }
}
