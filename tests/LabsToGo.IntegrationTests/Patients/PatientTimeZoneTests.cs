using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain.Patients;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Patients;

public sealed class PatientTimeZoneTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_zone_that_was_found_follows_the_ZIP_code_and_one_that_was_named_stays()
    {
        using var api = await Stack.SignInAsync();
        var request = new PatientRequest(null, "Zoe", "Zones", NewPhones.In("701"), null, null, null, null, null, false);
        var patient = await api.PostAsync<PatientResponse>("/api/patients", request);
        Assert.Equal((null, "America/Denver,America/North_Dakota/Center"), (patient.TimeZone, string.Join(',', patient.KeptTimeZones)));

        async Task<PatientResponse> ChangeAsync(PatientRequest changed) => await api.PutAsync<PatientResponse>($"/api/patients/{patient.Id}", changed);
        Assert.Equal(["America/New_York"], (await ChangeAsync(request with { PostalCode = "10001" })).KeptTimeZones);
        Assert.Equal(["America/Los_Angeles"], (await ChangeAsync(request with { PostalCode = "98101" })).KeptTimeZones);
        var named = await ChangeAsync(request with { PostalCode = "98101", TimeZone = "america/chicago" });
        Assert.Equal(("America/Chicago", "America/Chicago"), (named.TimeZone, Assert.Single(named.KeptTimeZones)));
        // As the form does, which shows what was named.
        Assert.Equal(["America/Chicago"], (await ChangeAsync(request with { PostalCode = "10001", TimeZone = named.TimeZone })).KeptTimeZones);
    }

    [Theory]
    [InlineData("ZIP", "98101", "America/Los_Angeles")]
    [InlineData("State", "WA", "America/New_York")]
    [InlineData("Time zone", "Central", "America/Chicago")]
    [InlineData("City", "Seattle", "America/New_York")]
    public async Task An_import_changes_the_zone_only_by_something_as_sure(string column, string value, string expected)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await ImportAsync(api, $"First name,Last name,Phone,ZIP\nZora,Zones,{phone},10001\n");
        await ImportAsync(api, $"First name,Last name,Phone,{column}\nZora,Zones,{phone},{value}\n");

        var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items.Single();
        Assert.Equal([expected], patient.KeptTimeZones);
    }

    [Theory]
    [InlineData("America//New_York")]
    [InlineData("America/New_York,America/Chicago")]
    [InlineData("Etc/GMT+5")]
    [InlineData("posix/America/New_York")]
    public async Task A_zone_that_Postgres_does_not_know_is_refused_with_words(string zone)
    {
        using var api = await Stack.SignInAsync();
        using var answer = await api.SendAsync(
            HttpMethod.Post, "/api/patients", new PatientRequest(null, "Zack", "Zones", NewPhones.In("802"), null, null, null, null, zone, false));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("timeZone", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>What is found without asking the database must be something that it knows.</summary>
    [Fact]
    public async Task Postgres_knows_every_zone_that_can_be_found()
    {
        await using var dataSource = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        var known = await new KnownTimeZones(dataSource).NamesAsync(TestContext.Current.CancellationToken);
        var found = Enumerable.Range(0, 100_000).Select(zip => TimeZones.Find(null, $"{zip:D5}", null, "+18005550100"))
            .Concat(Enumerable.Range(200, 800).Select(area => TimeZones.Find(null, null, null, $"+1{area}5550100")))
            .Concat(UsStates.All.Select(state => TimeZones.Find(null, null, state.Code, "+18005550100")))
            .SelectMany(zone => zone.Zones.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Concat(TimeZoneNames.All)
            .Distinct()
            .ToList();

        Assert.InRange(found.Count, 20, 100);
        Assert.Equal([], found.Except(known));
    }

    private static async Task ImportAsync(ApiClient api, string file)
    {
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes(file));
        Assert.Equal(1, import.Added + import.Updated + import.Unchanged);
    }
}
