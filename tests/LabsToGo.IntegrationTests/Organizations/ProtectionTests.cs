using System.Net;
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
            admin, limits => limits with { LogOffMinutes = 20, ApprovalAbove = 12_000, MessageRetentionDays = null, AuditRetentionYears = 7 });

        Assert.Equal(new ProtectionResponse(false, 20, 12_000, null, 7), await viewer.GetAsync<ProtectionResponse>(Path));
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
    public async Task What_is_out_of_range_is_refused_by_its_field(string field, int logOff, int approvalAbove, int retention, int audit)
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        using var answer = await admin.SendAsync(HttpMethod.Put, Path, new ProtectionRequest(false, logOff, approvalAbove, retention, audit));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\":", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_switches_nothing_off()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        using var answer = await admin.SendAsync(HttpMethod.Put, Path, new { logOffMinutes = 15, approvalAbove = 5000, auditRetentionYears = 6 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
