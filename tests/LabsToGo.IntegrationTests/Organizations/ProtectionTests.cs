using System.Net;
using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Organizations;

public sealed class ProtectionTests(StackFixture fixture)
{
    private const string Path = "/api/organization/protection";

    [Fact]
    public async Task Everybody_may_know_the_limits_and_an_admin_sets_them()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        using var viewer = await fixture.Stack.SignInAsync("viewer@demo.example");
        await using var limits = await OtherLimits.SetAsync(
            admin, limits => limits with { LogOffMinutes = 20, ApprovalAbove = 12_000, MessageRetentionDays = null, AuditRetentionYears = 7,
                PauseAboveFailedPercent = 30, PauseAboveFilteredPercent = 3, PauseAboveOptedOutPercent = 0 });

        Assert.Equal(new ProtectionResponse(false, 20, 12_000, null, 7, 30, 3, 0), await viewer.GetAsync<ProtectionResponse>(Path));
        var audit = await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: "organization.change-protection"));
        Assert.Equal("Ada Admin", audit.Items[0].Actor);
    }

    [Theory]
    [InlineData("logOffMinutes", 4, 5000, 90, 6)]
    [InlineData("logOffMinutes", 481, 5000, 90, 6)]
    [InlineData("approvalAbove", 15, -1, 90, 6)]
    [InlineData("messageRetentionDays", 15, 5000, 29, 6)]
    [InlineData("messageRetentionDays", 15, 5000, 3651, 6)]
    [InlineData("auditRetentionYears", 15, 5000, 90, 5)]
    [InlineData("auditRetentionYears", 15, 5000, 90, 31)]
    [InlineData("pauseAboveFailedPercent", 15, 5000, 90, 6, -1)]
    [InlineData("pauseAboveFailedPercent", 15, 5000, 90, 6, 101)]
    public async Task What_is_out_of_range_is_refused_by_its_field(string field, int logOff, int approvalAbove, int retention, int audit, int failed = 20)
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        using var answer = await admin.SendAsync(HttpMethod.Put, Path, new ProtectionRequest(false, logOff, approvalAbove, retention, audit, failed, 2, 5));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\":", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_switches_nothing_off()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var whole = JsonSerializer.SerializeToNode(await admin.GetAsync<ProtectionResponse>(Path), JsonSerializerOptions.Web)!.AsObject();
        foreach (var field in whole.Select(field => field.Key).Where(field => field is not "approvalAbove").ToList())
        {
            var without = whole.DeepClone().AsObject();
            without.Remove(field);
            using var answer = await admin.SendAsync(HttpMethod.Put, Path, without);
            Assert.Equal((field, HttpStatusCode.BadRequest), (field, answer.StatusCode));
        }
    }
}
