using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>A family shares a phone: whose row it is, is told by more than the number.</summary>
public sealed class ImportedPersonTests(StackFixture fixture)
{
    private const string Header = "First name,Last name,Born,Patient ID,Phone";

    private Stack Stack => fixture.Stack;

    /// <summary>Two rows on one phone, as "first,last,born,id": in one file or in two they are as many people.</summary>
    [Theory]
    [InlineData("Rosa,Garcia,3/4/1980,", "Leo,Garcia,5/6/2016,", 2)]
    [InlineData("Rosa,Garcia,,R-{0}", "Leo,Garcia,,", 2)]
    [InlineData("Rosa,Garcia,,", "ROSA,GARCÍA,,", 1)]
    [InlineData("Rosa,Garcia,,", "Garcia,Rosa,,", 1)]
    [InlineData("Rosa,Garcia,3/4/1980,", "Rosa,Garcia,,", 1)]
    [InlineData("Rosa,Garcia,3/4/1980,", "Rosa,Garcia,5/6/2016,", 2)]
    [InlineData("Bob,Smith,3/4/1980,", "Robert,Smith,3/4/1980,", 2)]
    [InlineData("R,Smith,,", "Robert,Smith,,", 2)]
    [InlineData("Rosa,Garcia,,A-{0}", "Rosa,Garcia,,B-{0}", 2)]
    [InlineData("Rosa,Garcia,,", "Rosa,Garcia,,B-{0}", 1)]
    [InlineData("Rosa,Garcia,3/4/1980,A-{0}", "Rosa,Lopez,3/4/1980,A-{0}", 1)]
    [InlineData("Rosa,Garcia,,", "Rosa,,,", 1)]
    public async Task Two_rows_are_one_person_only_if_nothing_speaks_against_it(string one, string other, int people)
    {
        using var api = await Stack.SignInAsync();
        var (together, apart) = (NewPhones.In("802"), NewPhones.In("802"));

        await ImportAsync(api, Row(one, together), Row(other, together));
        await ImportAsync(api, Row(one, apart));
        await ImportAsync(api, Row(other, apart));

        foreach (var found in new[] { await SearchAsync(api, together), await SearchAsync(api, apart) })
        {
            Assert.Equal(people, found.Count);
            Assert.All(found, patient => Assert.NotEmpty(patient.LastName));
        }
    }

    [Fact]
    public async Task Who_is_similar_is_added_and_listed_for_a_person_to_look_at()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await ImportAsync(api, Row("Bob,Smith,3/4/1980,", phone));

        var import = await ImportAsync(api, Row("Robert,Smith,3/4/1980,", phone), Row("Leo,Smith,5/6/2016,", phone));

        Assert.Equal((2, 0), (import.Added, import.Rejected));
        var listed = Assert.Single(await ErrorsAsync(api, import));
        Assert.Equal((2, false), (listed.Line, listed.Refused));
        Assert.Contains("similar", listed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_fits_several_changes_nobody_and_its_opt_out_is_heard()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await ImportAsync(api, Row("Jose,Garcia,3/4/1950,", phone), Row("Jose,Garcia,5/6/1980,", phone));

        var import = await ImportAsync(api, $"{Header},City,DNC", [Row("Jose,Garcia,,", phone) + ",Reno,Y"]);

        Assert.Equal((0, 0, 1), (import.Added, import.Updated, import.Rejected));
        Assert.True(Assert.Single(await ErrorsAsync(api, import)).Refused);
        Assert.All(await SearchAsync(api, phone), patient => Assert.Equal((ConsentState.Revoked, null), (patient.Consent, patient.City)));
    }

    [Fact]
    public async Task A_patient_number_that_stands_beside_somebody_else_overwrites_nobody()
    {
        using var api = await Stack.SignInAsync();
        var (phone, other) = (NewPhones.In("802"), NewPhones.In("802"));
        await ImportAsync(api, Row("Rosa,Garcia,3/4/1980,A-" + phone, phone));

        var import = await ImportAsync(api, Row("Leo,Miller,5/6/2016,A-" + phone, other));

        Assert.Equal((0, 0, 1), (import.Added, import.Updated, import.Rejected));
        Assert.Equal("Rosa", Assert.Single(await SearchAsync(api, phone)).FirstName);
        Assert.Empty(await SearchAsync(api, other));
    }

    [Fact]
    public async Task Of_two_rows_of_one_patient_found_in_two_ways_both_count_the_later_one_first()
    {
        using var api = await Stack.SignInAsync();
        var (phone, other) = (NewPhones.In("802"), NewPhones.In("802"));
        await ImportAsync(api, Row("Rosa,Garcia,,A-" + phone, phone));

        // The one by the patient number, under a new phone; the other by the phone.
        var import = await ImportAsync(
            api, $"{Header},City,ZIP", [Row("Rosa,Garcia,,A-" + phone, other) + ",Reno,", Row("Rosa,Garcia,,", phone) + ",,89501"]);

        Assert.Equal((2, 0, 1, 1, 0), (import.RowsRead, import.Added, import.Updated, import.Duplicates, import.Rejected));
        var patient = Assert.Single(await SearchAsync(api, phone));
        Assert.Equal(("Reno", "89501"), (patient.City, patient.PostalCode));
        Assert.Empty(await SearchAsync(api, other));
    }

    [Fact]
    public async Task The_form_follows_the_same_rule()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await api.PostAsync<PatientResponse>("/api/patients", Request("Rosa", "García", phone, new DateOnly(1980, 3, 4)));

        using var same = await api.SendAsync(HttpMethod.Post, "/api/patients", Request("rosa", "Garcia", phone, null));
        using var child = await api.SendAsync(HttpMethod.Post, "/api/patients", Request("Rosa", "Garcia", phone, new DateOnly(2016, 5, 6)));

        Assert.False(same.IsSuccessStatusCode);
        Assert.True(child.IsSuccessStatusCode);
    }

    private static PatientRequest Request(string first, string last, string phone, DateOnly? born) =>
        new(null, first, last, phone, born, null, null, null, null, false);

    /// <summary>With <c>{0}</c> as something that no other test has.</summary>
    private static string Row(string person, string phone) => $"{person.Replace("{0}", phone, StringComparison.Ordinal)},{phone}";

    private static Task<ImportResponse> ImportAsync(ApiClient api, params string[] rows) => ImportAsync(api, Header, rows);

    private static Task<ImportResponse> ImportAsync(ApiClient api, string header, string[] rows) =>
        api.ImportAsync(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"));

    private static Task<List<ImportErrorResponse>> ErrorsAsync(ApiClient api, ImportResponse import) =>
        api.GetAsync<List<ImportErrorResponse>>($"/api/patients/imports/{import.Id}/errors");

    private static async Task<IReadOnlyList<PatientResponse>> SearchAsync(ApiClient api, string phone) =>
        (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items;
}
