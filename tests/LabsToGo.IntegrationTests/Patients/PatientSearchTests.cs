using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>As people type names and numbers.</summary>
public sealed class PatientSearchTests(StackFixture fixture)
{
    [Theory]
    [InlineData("Pieter", "van Dykeman", "van dyke")]
    [InlineData("Pieter", "van Dykeman", "VAN  DYKEMAN")]
    [InlineData("Pieter", "van Dykeman", "pieter van dyk")]
    [InlineData("Pieter", "van Dykeman", "van dykeman pie")]
    [InlineData("Pieter", "van Dykeman", "van Dykeman, P")]
    [InlineData("Mary Annabel", "Searchwell", "mary ann")]
    [InlineData("Mary Annabel", "Searchwell", "mary annabel sea")]
    [InlineData("Mary Annabel", "Searchwell", "searchwell mary a")]
    [InlineData("Ilse", "van der Bergen", "van der berg")]
    [InlineData("Ilse", "van der Bergen", "ilse van der berg")]
    [InlineData("Ilse", "van der Bergen", "van der bergen il")]
    [InlineData("Maríana", "Ñuñezo", "nunezo")]
    [InlineData("Maríana", "Ñuñezo", "Ñuñezo")]
    [InlineData("Maríana", "Ñuñezo", "mariana")]
    [InlineData("Shay", "O’Neilly", "o'neilly")]
    [InlineData("Shay", "O'Neilly", "o’neilly")]
    [InlineData("Shay", "O'Neilly", "oneilly")]
    [InlineData("Ana", "Smith-Searchez", "smith searchez")]
    [InlineData("Ana", "Smith Searchez", "smith-searchez")]
    [InlineData("Łucja", "Strauß", "lucja strauss")]
    public async Task A_name_is_found_however_it_is_spelled(string first, string last, string search)
    {
        using var api = await fixture.Stack.SignInAsync();
        var patient = await api.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest(null, first, last, NewPhones.In("802"), null, null, null, null, null, false));

        var found = await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(search, Limit: 200));

        Assert.Contains(found.Items, item => item.Id == patient.Id);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public async Task A_number_is_found_by_its_end_on_whatever_page(int digits)
    {
        using var api = await fixture.Stack.SignInAsync();
        var phone = NewPhones.In("802");
        // The same end in other area codes.
        List<Guid> added = [];
        foreach (var area in new[] { "802", "907", "406" })
            added.Add((await api.PostAsync<PatientResponse>(
                "/api/patients", new PatientRequest(null, "End", area, $"+1{area}{phone[5..]}", null, null, null, null, null, false))).Id);

        List<Guid> found = [];
        for (Page<PatientResponse>? page = null; page is null || page.Next is not null;)
        {
            page = await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone[^digits..], page?.Next, 1));
            found.AddRange(page.Items.Select(item => item.Id));
        }

        Assert.Empty(added.Except(found));
        Assert.Distinct(found);
    }
}
