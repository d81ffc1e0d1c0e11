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

    private static async Task<IReadOnlyList<AuditEntryResponse>> FoundAsync(ApiClient api, AuditSearchRequest request) =>
        (await api.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", request)).Items;
}
