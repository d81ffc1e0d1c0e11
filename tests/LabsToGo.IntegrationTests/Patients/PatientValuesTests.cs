using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

public sealed class PatientValuesTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_value_that_is_not_understood_is_left_out_and_told_and_the_patient_is_there()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");

        var import = await api.ImportAsync(Encoding.UTF8.GetBytes(
            $"First name,Last name,Phone,DOB,State,ZIP\n=\"Vala\",Values,{phone} (cell),13/45/1950,Vermount,05401-\nVala,Values,406-UNKNOWN,,,\n"));

        Assert.Equal((1, 1, 2), (import.Added, import.Rejected, import.Remarks));
        var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items.Single();
        Assert.Equal(("Vala", null, null, "05401"), (patient.FirstName, patient.DateOfBirth, patient.State, patient.PostalCode));
        var errors = await api.GetAsync<IReadOnlyList<ImportErrorResponse>>($"/api/patients/imports/{import.Id}/errors");
        Assert.Equal([("DOB", false), ("State", false), ("Phone", true)], errors.Select(error => (error.Column, error.Refused)));
        var download = await api.Http.GetStringAsync(
            new Uri($"/api/patients/imports/{import.Id}/errors.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Line,Column,Reason,Row", download, StringComparison.Ordinal);
        Assert.Contains(",imported", download, StringComparison.Ordinal);
        Assert.Contains(",refused", download, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_understands_what_an_import_does_and_tells_what_it_does_not()
    {
        using var api = await Stack.SignInAsync();
        var request = new PatientRequest(
            null, "Jose\u0301 ", "Values", $"{NewPhones.In("802")} (cell)", null, "N/A", "Ontario, Canada", "ON K1A0B1",
            "(UTC-05:00) Eastern Time (US & Canada)", ConsentGiven: false);

        var patient = await api.PostAsync<PatientResponse>("/api/patients", request);

        Assert.Equal(("José", null, "ON", "K1A 0B1"), (patient.FirstName, patient.City, patient.State, patient.PostalCode));
        Assert.Equal("America/New_York", patient.TimeZone);
        foreach (var wrong in (PatientRequest[])[request with { Phone = "406-UNKNOWN" }, request with { State = "Bavaria" },
            request with { PostalCode = "1000O" }, request with { TimeZone = "GMT-5" }, request with { Phone = "999-999-9999" }])
        {
            using var answer = await api.SendAsync(HttpMethod.Post, "/api/patients", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }
}
