using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>What was refused comes back as it stood in the file, with its reason, and can be imported again once it is corrected.</summary>
public sealed class RejectedRowsTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task They_have_their_own_cells_and_corrected_they_are_imported_with_the_same_choices()
    {
        using var api = await Stack.SignInAsync();
        var (good, bad) = (NewPhones.In("872"), NewPhones.In("872"));
        var header = $"First name;Cell;Notes {Guid.NewGuid():N};Contact preference {Guid.NewGuid():N}";
        var import = await api.UploadForReviewAsync($"{header}\nAna;{good};fine;N\nBo;{bad} x12;\"said: \"\"later\"\",\nin the car\";Y\nCy;;=1+1;N\n");
        await api.PutAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/columns", new ImportColumnsRequest(
            [new(PatientField.FirstName), new(PatientField.Phone), new(null), new(PatientField.OptOut)]));
        await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");

        var rejected = await DownloadAsync(api, import);

        Assert.Equal(
            [
                $"Line in the file,Why it was rejected,{header.Replace(';', ',')}",
                $"3,Cell: {await ReasonAsync(api, import, 3)},Bo,'{bad} x12,\"said: \"\"later\"\",\nin the car\",Y",
                $"5,Cell: {await ReasonAsync(api, import, 5)},Cy,,'=1+1,N",
            ],
            rejected.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));

        var again = await api.UploadForReviewAsync(rejected.Replace(" x12", "", StringComparison.Ordinal));
        var review = await api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{again.Id}/review");
        Assert.True(review is { Obstacle: null, Remembered: true, Import: { Added: 1, Rejected: 1, OptedOut: 1 } }, $"{review}");
        Assert.Equal([null, null, PatientField.FirstName, PatientField.Phone, null, PatientField.OptOut], review.Columns.Select(column => column.Field));
        await api.PostAsync<ImportResponse>($"/api/patients/imports/{again.Id}/start");
        var patient = Assert.Single((await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(bad))).Items);
        Assert.Equal(("Bo", ConsentState.Revoked), (patient.FirstName, patient.Consent));

        // What is still wrong stands there once more, with one line and one reason.
        Assert.Equal($"Line in the file,Why it was rejected,{header.Replace(';', ',')}", (await DownloadAsync(api, again)).Split("\r\n")[0]);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task They_are_read_in_the_file_s_own_encoding(string name)
    {
        using var api = await Stack.SignInAsync();
        var encoding = Encoding.GetEncoding(name);
        var import = await api.ImportAsync([.. encoding.GetPreamble(), .. encoding.GetBytes("First name,Phone\nRené,nobody\n")]);

        Assert.EndsWith(",René,nobody\r\n", await DownloadAsync(api, import), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_many_values_keeps_them_all()
    {
        using var api = await Stack.SignInAsync();
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Phone\nAna,Mesa, AZ,{NewPhones.In("872")}\nBo,x\n"));

        var rows = (await DownloadAsync(api, import)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, rows.Length);
        Assert.Contains(",Ana,Mesa,AZ,'+1872", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_file_is_not_kept_any_more_they_are_gone_in_words()
    {
        using var api = await Stack.SignInAsync();
        var import = await api.ImportAsync("First name,Phone\nAna,nobody\n"u8.ToArray());
        await using (var database = await Stack.OpenDatabaseAsync())
        await using (var expire = new Npgsql.NpgsqlCommand("update stored_files set expires_at = now() where id = $1", database))
        {
            expire.Parameters.Add(new() { Value = import.FileId! });
            await expire.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var answer = await api.SendAsync(HttpMethod.Get, $"/api/patients/imports/{import.Id}/rejected.csv");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("not kept any more", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<string> DownloadAsync(ApiClient api, ImportResponse import) =>
        api.Http.GetStringAsync(new Uri($"/api/patients/imports/{import.Id}/rejected.csv", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> ReasonAsync(ApiClient api, ImportResponse import, long line)
    {
        var reason = (await api.GetAsync<List<ImportErrorResponse>>($"/api/patients/imports/{import.Id}/errors")).Single(error => error.Line == line).Reason;
        return reason.Contains(',', StringComparison.Ordinal) ? throw new InvalidOperationException("It would be quoted.") : reason;
    }
}
