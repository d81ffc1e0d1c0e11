using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Auditing;

public sealed class AuditSearchTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_period_holds_what_was_written_in_it_however_wide_it_is()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var patient = await admin.NewPatientAsync();
        var written = Assert.Single(await FoundAsync(admin, new AuditSearchRequest(SubjectId: patient.Id))).At;

        Assert.Single(await FoundAsync(admin, new AuditSearchRequest(SubjectId: patient.Id, From: written, Until: written.AddTicks(10))));
        Assert.Single(await FoundAsync(
            admin, new AuditSearchRequest(SubjectId: patient.Id, From: DateTimeOffset.MinValue, Until: DateTimeOffset.MaxValue)));
        Assert.Empty(await FoundAsync(admin, new AuditSearchRequest(SubjectId: patient.Id, From: written.AddTicks(10))));
        Assert.Empty(await FoundAsync(admin, new AuditSearchRequest(SubjectId: patient.Id, Until: written)));
        Assert.Empty(await FoundAsync(admin, new AuditSearchRequest(From: written.AddYears(1))));
        Assert.Empty(await FoundAsync(admin, new AuditSearchRequest(Until: written.AddYears(-1))));
    }

    [Theory]
    [InlineData("patient", true)]
    [InlineData("patient.create", true)]
    [InlineData("patient.creat", false)]
    [InlineData("patien", false)]
    [InlineData("patient.", false)]
    public async Task An_action_stands_for_all_below_it(string action, bool found)
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var patient = await admin.NewPatientAsync();
        Assert.Equal(found ? 1 : 0, (await FoundAsync(admin, new AuditSearchRequest(action, SubjectId: patient.Id))).Count);
    }

    [Fact]
    public async Task Records_are_called_by_name_and_looks_at_the_log_itself_can_be_left_out()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (campaign, (user, staff)) =
            (await admin.DraftCampaignAsync(new AudienceFilter(States: ["VT"]), name: "Flu shots"), await admin.NewUserAsync("staff"));
        var patient = await staff.NewPatientAsync();
        await staff.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("Nobody"));
        await staff.GetAsync<DashboardResponse>("/api/dashboard");
        staff.Dispose();

        Assert.Equal("Flu shots", Assert.Single(await FoundAsync(admin, new AuditSearchRequest("campaign", SubjectId: campaign.Id))).Subject);
        Assert.All(await FoundAsync(admin, new AuditSearchRequest(SubjectId: user.Id, Action: "user")), entry => Assert.Equal(user.Name, entry.Subject));
        var all = await FoundAsync(admin, new AuditSearchRequest(ActorId: user.Id));
        Assert.Equal(patient.FullName, Assert.Single(all, entry => entry.SubjectId == patient.Id).Subject);
        Assert.Contains(all, entry => entry.Action == "dashboard.read");
        var quiet = await FoundAsync(admin, new AuditSearchRequest(ActorId: user.Id, HideRoutine: true));
        Assert.Equal([.. all.Where(entry => entry.Action != "dashboard.read").Select(entry => entry.Number)], quiet.Select(entry => entry.Number));
        Assert.DoesNotContain(await FoundAsync(admin, new AuditSearchRequest(HideRoutine: true)), entry => entry.Action == "audit.read");
    }

    [Fact]
    public async Task A_page_that_reads_its_rows_again_and_again_is_one_look_of_one_person()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        using var staff = await Stack.SignInAsync("staff@demo.example");
        var campaign = await admin.DraftCampaignAsync(new AudienceFilter(States: ["VT"]));
        foreach (var reader in (ApiClient[])[staff, staff, admin, staff])
            await reader.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest());
        using var refused = await staff.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest("nonsense"));

        var entries = await FoundAsync(admin, new AuditSearchRequest("campaign.read-messages", SubjectId: campaign.Id));
        Assert.Equal([("Sara Staff", "refused 400"), ("Ada Admin", ""), ("Sara Staff", "")], entries.Select(entry => (entry.Actor, entry.Outcome)));
    }

    private static async Task<IReadOnlyList<AuditEntryResponse>> FoundAsync(ApiClient api, AuditSearchRequest request) =>
        (await api.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", request)).Items;
}
