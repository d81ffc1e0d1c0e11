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
                PauseAboveFailedPercent = 30, PauseAboveFilteredPercent = 3, PauseAboveOptedOutPercent = 0, DailyCap = 2000 });

        Assert.Equal(new ProtectionResponse(false, 20, 12_000, null, 7, 30, 3, 0, 2000), await viewer.GetAsync<ProtectionResponse>(Path));
        var audit = await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: "organization.change-protection"));
        Assert.Equal("Ada Admin", audit.Items[0].Actor);
    }

    [Theory]
    [InlineData("logOffMinutes", 4)]
    [InlineData("logOffMinutes", 481)]
    [InlineData("approvalAbove", -1)]
    [InlineData("messageRetentionDays", 29)]
    [InlineData("messageRetentionDays", 3651)]
    [InlineData("auditRetentionYears", 5)]
    [InlineData("auditRetentionYears", 31)]
    [InlineData("pauseAboveFailedPercent", -1)]
    [InlineData("pauseAboveFilteredPercent", 101)]
    [InlineData("pauseAboveOptedOutPercent", 101)]
    [InlineData("dailyCap", 199)]
    public async Task What_is_out_of_range_is_refused_by_its_field(string field, int value)
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var request = JsonSerializer.SerializeToNode(await admin.GetAsync<ProtectionResponse>(Path), JsonSerializerOptions.Web)!.AsObject();
        request[field] = value;
        using var answer = await admin.SendAsync(HttpMethod.Put, Path, request);

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
