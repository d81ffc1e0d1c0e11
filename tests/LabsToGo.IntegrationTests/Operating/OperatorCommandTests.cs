using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Operating;

public sealed class OperatorCommandTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task What_the_operator_stopped_goes_on_when_the_operator_says_so_and_stands_in_the_organizations_audit_log()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 20);
        try
        {
            Assert.Contains("Labs To Go Demo: stopped.", await Stack.OperatorAsync(0, "stop-sending"), StringComparison.Ordinal);
            Assert.Contains("was stopped already", await Stack.OperatorAsync(0, "stop-sending"), StringComparison.Ordinal);

            var campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(
                campaign.Id, started => started.Progress.Planned && started.Progress.StatusNote?.Contains("stopped", StringComparison.Ordinal) == true);
            Assert.True(await api.PostAsync<OrganizationResponse>("/api/organization/resume") is { SendingStopped: true, StoppedByOperator: true });
            Assert.Contains(
                (await api.GetAsync<DashboardResponse>("/api/dashboard")).Notices,
                notice => notice.Contains("Whoever runs this system", StringComparison.Ordinal));
            Assert.Empty(audience.Received);

            Assert.Contains("Labs To Go Demo: sends again.", await Stack.OperatorAsync(0, "resume-sending"), StringComparison.Ordinal);
            await api.WaitForEndAsync(campaign.Id);
            Assert.Equal(20, audience.Received.Count);
        }
        finally
        {
            await Stack.OperatorAsync(0, "resume-sending");
        }

        var log = await api.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: "organization"));
        Assert.Equal(
            ["organization.resume-sending", "organization.stop-sending"],
            log.Items.Where(entry => entry is { Actor: "operator", ActorId: null, Outcome: "" }).Take(2).Select(entry => entry.Action));
        Assert.DoesNotContain("BROKEN", await Stack.OperatorAsync(0, "verify-audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_organization_stopped_itself_stays_stopped()
    {
        using var api = await Stack.SignInAsync();
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        try
        {
            await Stack.OperatorAsync(0, "stop-sending");
            Assert.Contains("its own people have stopped it as well", await Stack.OperatorAsync(0, "resume-sending"), StringComparison.Ordinal);
            Assert.True(await api.GetAsync<OrganizationResponse>("/api/organization") is { SendingStopped: true, StoppedByOperator: false });
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
    }

    [Fact]
    public async Task Demo_patients_are_an_import_of_people_who_agreed_and_come_once()
    {
        Assert.Contains("300 demo patients were added, 0 were there", await Stack.OperatorAsync(0, "add-demo-patients", "300"), StringComparison.Ordinal);
        Assert.Contains("0 demo patients were added, 300 were there", await Stack.OperatorAsync(0, "add-demo-patients", "300"), StringComparison.Ordinal);

        using var api = await Stack.SignInAsync();
        var import = (await api.GetAsync<IReadOnlyList<ImportResponse>>("/api/patients/imports")).First(import => import.FileName == "300 demo patients.csv");
        var count = await api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(ImportId: import.Id));
        Assert.Equal((300, 300), (count.Total, count.Reachable));
    }

    [Theory]
    [InlineData("There is no command 'stop-everything'", "stop-everything")]
    [InlineData("'many' is no number of patients", "add-demo-patients", "many")]
    public async Task A_slip_is_told_and_changes_nothing(string told, params string[] arguments) =>
        Assert.Contains(told, await Stack.OperatorAsync(2, arguments), StringComparison.Ordinal);
}
