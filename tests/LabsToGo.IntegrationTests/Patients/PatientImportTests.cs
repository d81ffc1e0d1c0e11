using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Patients;

public sealed class PatientImportTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task The_sample_is_imported_its_bad_rows_are_reported_and_a_second_time_changes_nothing()
    {
        using var api = await Stack.SignInAsync();
        var sample = await File.ReadAllBytesAsync(Path.Combine(Clone.Folder, "samples", "patients.csv"), TestContext.Current.CancellationToken);

        var first = await api.ImportAsync(sample);
        var second = await api.ImportAsync(sample);

        Assert.Equal(ImportStatus.Completed, first.Status);
        Assert.Equal(10_000, first.RowsRead);
        Assert.Equal(first.RowsRead, first.Added + first.Updated + first.Unchanged + first.Duplicates + first.Rejected);
        Assert.InRange(first.Rejected, 100, 400);
        Assert.InRange(first.Remarks, 20, 200);
        Assert.Equal(0, second.Added);
        Assert.Equal(first.Rejected, second.Rejected);
        var errors = await api.GetAsync<IReadOnlyList<ImportErrorResponse>>($"/api/patients/imports/{first.Id}/errors");
        Assert.All(errors, error => Assert.True(error.Line > 1 && error.Reason.Length > 10 && error.Column.Length > 0, $"{error}"));
        var download = await api.Http.GetStringAsync(
            new Uri($"/api/patients/imports/{first.Id}/errors.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(first.Rejected + first.Remarks + 1, download.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \r\n  \r\n", "empty")]
    [InlineData("PNG\0\u0001\u0002\0\0\0binary", "text")]
    [InlineData("Maria,Alvarez,2125550101\nNoor,Khan,2125550102\n", "phone")]
    [InlineData("First name,Last name\nMaria,Alvarez\n", "phone")]
    public async Task A_file_that_can_t_be_used_is_refused_as_a_whole_in_words(string file, string expected)
    {
        using var api = await Stack.SignInAsync();

        var import = await api.ImportAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(ImportStatus.Failed, import.Status);
        Assert.Contains(expected, import.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, import.Added + import.Updated);
    }

    [Theory]
    [InlineData("utf-8", "Chloé", "9595550101")]
    [InlineData("iso-8859-1", "Zoë", "9595550102")]
    [InlineData("utf-16", "Renée", "9595550103")]
    public async Task A_name_is_read_in_the_file_s_own_encoding(string encoding, string name, string number)
    {
        using var api = await Stack.SignInAsync();
        var bytes = Encoding.GetEncoding(encoding).GetPreamble()
            .Concat(Encoding.GetEncoding(encoding).GetBytes($"First Name;Surname;Cell phone\r\n{name};Encoding;{number}\r\n"));

        var import = await api.ImportAsync([.. bytes]);

        Assert.True(import is { Status: ImportStatus.Completed, Added: 1 }, $"{import}");
        var found = await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(name));
        Assert.Contains(found.Items, patient => patient.FirstName == name && patient.LastName == "Encoding");
    }

    [Fact]
    public async Task Thousands_of_columns_are_refused_in_words()
    {
        using var api = await Stack.SignInAsync();

        var import = await api.UploadForReviewAsync($"Phone,{string.Join(',', Enumerable.Range(0, 2_000))}\n");

        Assert.Equal(ImportStatus.Failed, import.Status);
        Assert.Contains("2001 columns", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_columns_are_no_trouble()
    {
        using var api = await Stack.SignInAsync();
        var header = string.Join(',', Enumerable.Range(0, 197).Select(number => $"extra {number}")) + ",first name,last name,mobile";
        var row = string.Join(',', Enumerable.Range(0, 197)) + ",Wide,Row,907-555-0188";

        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"{header}\n{row}\n"));

        Assert.True(import is { Status: ImportStatus.Completed, RowsRead: 1, Rejected: 0 }, $"{import}");
        Assert.Equal(200, import.Columns.Count);
    }

    [Fact]
    public async Task Patients_who_stand_in_a_file_twice_under_two_numbers_are_still_one_each()
    {
        const int Patients = 600;
        using var api = await Stack.SignInAsync();
        await api.ImportAsync(Csv(number => $"TWICE-{number},Twice{number},(907) 556-{number:0000}\n"));

        // By the id, under a new number, and by the old number, without an id: wherever the two are merged, they are the same person.
        var import = await api.ImportAsync(Csv(number => $"TWICE-{number},Twice{number},(907) 557-{number:0000}\n,Twice{number},(907) 556-{number:0000}\n"));

        Assert.True(import is { Status: ImportStatus.Completed, RowsRead: 2 * Patients, Added: 0, Rejected: 0 }, $"{import}");
        await using var database = await Stack.OpenDatabaseAsync();
        await using var count = new NpgsqlCommand(
            "select count(*), count(distinct external_id) from patients where external_id like 'TWICE-%' or first_name like 'Twice%'", database);
        await using var reader = await count.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Patients, Patients), (reader.GetInt64(0), reader.GetInt64(1)));

        static byte[] Csv(Func<int, string> rows) =>
            Encoding.UTF8.GetBytes("patient id,first name,phone\n" + string.Concat(Enumerable.Range(0, Patients).Select(rows)));
    }

    [Fact]
    public async Task An_import_never_undoes_an_opt_out()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("907");
        var file = Encoding.UTF8.GetBytes($"first name,last name,phone\nGone,Away,{phone}\n");
        await api.ImportAsync(file);
        var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items.Single();
        await api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/consent", new ConsentRequest(false, "Asked us to stop"));

        await api.ImportAsync(file, consentGiven: true);

        Assert.Equal(ConsentState.Revoked, (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent);
    }
}
