using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>A file that is looked at before anything of it is written.</summary>
public sealed class ReviewedImportTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task It_shows_what_would_become_of_the_file_and_writes_nothing_until_it_is_started()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("815");

        var import = await api.UploadForReviewAsync($"First name,Last name,Cell No.,Telephone\nAna,Ruiz,{phone},212-555-0101\nBo,Ek,nobody,\n");
        var review = await api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/review");

        Assert.True(
            review is { Obstacle: null, Remembered: false, Import: { Status: ImportStatus.InReview, Added: 1, Rejected: 1, Consented: 1 } }, $"{review}");
        Assert.Equal([PatientField.FirstName, PatientField.LastName, PatientField.Phone, null], review.Columns.Select(column => column.Field));
        Assert.Equal(["Ana", "Ruiz", phone, "212-555-0101"], review.Rows[0]);
        Assert.Single(await api.GetAsync<List<ImportErrorResponse>>($"/api/patients/imports/{import.Id}/errors"));
        Assert.Empty(await SearchAsync(api, phone));

        var started = await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");

        Assert.True(started is { Status: ImportStatus.Completed, Added: 1, Rejected: 1, RowsRead: 2, Consented: 1 }, $"{started}");
        Assert.Single(await api.GetAsync<List<ImportErrorResponse>>($"/api/patients/imports/{import.Id}/errors"));
        Assert.Equal(ConsentState.Granted, Assert.Single(await SearchAsync(api, phone)).Consent);
        Assert.Equal(HttpStatusCode.Conflict, await api.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/start"));
        Assert.Equal(HttpStatusCode.Conflict, await api.StatusAsync(HttpMethod.Delete, $"/api/patients/imports/{import.Id}"));
    }

    [Fact]
    public async Task A_question_is_answered_once_for_all_files_with_the_same_columns()
    {
        using var api = await Stack.SignInAsync();
        var (yes, no, later) = (NewPhones.In("815"), NewPhones.In("815"), NewPhones.In("815"));
        var header = $"First name,Phone,Contact preference {Guid.NewGuid():N}\n";
        var import = await api.UploadForReviewAsync($"{header}Ana,{yes},Y\nBo,{no},N\n");
        var review = await api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/review");
        Assert.Equal(ColumnQuestion.Consent, review.Columns[2].Question);
        Assert.Contains("Contact preference", review.Obstacle, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await api.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/start"));
        Assert.Empty(await SearchAsync(api, yes));

        var answered = await ChooseAsync(api, import, new(PatientField.FirstName), new(PatientField.Phone), new(PatientField.OptOut));

        Assert.True(answered is { Obstacle: null, Remembered: true, Import: { Added: 2, OptedOut: 1, Consented: 1 } }, $"{answered}");
        await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");
        Assert.Equal(ConsentState.Revoked, (await SearchAsync(api, yes)).Single().Consent);
        Assert.Equal(ConsentState.Granted, (await SearchAsync(api, no)).Single().Consent);

        // Also for a program, which asks nobody.
        Assert.Equal(ImportStatus.Completed, (await api.ImportAsync(Encoding.UTF8.GetBytes($"{header}Cy,{later},Y\n"))).Status);
        Assert.Equal(ConsentState.Revoked, (await SearchAsync(api, later)).Single().Consent);
    }

    [Fact]
    public async Task A_word_that_is_neither_yes_nor_no_is_asked_about()
    {
        using var api = await Stack.SignInAsync();
        var phones = Enumerable.Range(0, 6).Select(_ => NewPhones.In("815")).ToArray();
        // Nobody is asked what a ZIP code means there.
        string[] words = ["by pigeon", "By Pigeon", "mondays", "see chart", "yes", "27601"];
        var import = await api.UploadForReviewAsync(
            $"First name,Phone,SMS consent\n{string.Concat(phones.Zip(words, (phone, word) => $"Al{word[0]},{phone},{word}\n"))}");
        var review = await api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/review");
        Assert.Equal([("by pigeon", 2L), ("mondays", 1), ("see chart", 1)], review.Columns[2].UnclearWords.Select(word => (word.Word, word.Rows)));
        Assert.Contains("by pigeon", review.Obstacle, StringComparison.Ordinal);

        var some = await ChooseAsync(
            api, import, new(PatientField.FirstName), new(PatientField.Phone), new(PatientField.Consent, new Dictionary<string, ConsentMeaning>
            {
                ["by pigeon"] = ConsentMeaning.Allows, ["mondays"] = ConsentMeaning.Undecided,
            }));
        Assert.Contains("see chart", some.Obstacle, StringComparison.Ordinal);
        var all = await ChooseAsync(
            api, import, new(PatientField.FirstName), new(PatientField.Phone), new(PatientField.Consent, new Dictionary<string, ConsentMeaning>
            {
                ["BY PIGEON"] = ConsentMeaning.Forbids, ["mondays"] = ConsentMeaning.Undecided, ["see chart"] = ConsentMeaning.RejectRow,
            }));

        Assert.True(all is { Obstacle: null, Import: { Added: 4, Rejected: 2, OptedOut: 2, Consented: 1 } }, $"{all}");
        var started = await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");
        Assert.True(started is { Added: 4, Rejected: 2, OptedOut: 2, Consented: 1 }, $"{started}");
        ConsentState?[] expected = [ConsentState.Revoked, ConsentState.Revoked, ConsentState.None, null, ConsentState.Granted, null];
        foreach (var (phone, state) in phones.Zip(expected))
            Assert.Equal(state, (await SearchAsync(api, phone)).SingleOrDefault()?.Consent);
    }

    [Fact]
    public async Task A_file_whose_phone_column_nobody_knows_is_asked_about_and_bad_choices_are_refused_in_words()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("815");
        var import = await api.UploadForReviewAsync($"First name,Reach at\nAna,{phone}\n");
        Assert.Equal("Choose the column that holds the phone number.", (await ReviewAsync(api, import)).Obstacle);

        ColumnChoice[][] wrong =
        [
            [new(PatientField.FirstName)],
            [new(PatientField.FirstName), new(null)],
            [new(PatientField.Phone), new(PatientField.Phone)],
        ];
        foreach (var choices in wrong)
        {
            var path = $"/api/patients/imports/{import.Id}/columns";
            Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(HttpMethod.Put, path, new ImportColumnsRequest(choices)));
        }
        Assert.Equal(1, (await ChooseAsync(api, import, new(PatientField.FirstName), new(PatientField.Phone))).Import.Added);
        await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");
        Assert.Single(await SearchAsync(api, phone));
    }

    [Fact]
    public async Task A_discarded_file_leaves_nothing()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("815");
        var import = await api.UploadForReviewAsync($"First name,Phone\nAna,{phone}\n");

        Assert.Equal(HttpStatusCode.NoContent, await api.StatusAsync(HttpMethod.Delete, $"/api/patients/imports/{import.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, await api.StatusAsync(HttpMethod.Get, $"/api/patients/imports/{import.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await api.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/start"));
        Assert.Empty(await SearchAsync(api, phone));
        await Eventually.IsAsync(
            async () => await Stack.SqlAsync($"select count(*) from stored_files where id = '{import.FileId}'") is 0L, () => "The file is still kept.");
    }

    [Fact]
    public async Task Of_two_who_start_it_at_once_one_does()
    {
        using var api = await Stack.SignInAsync();
        var import = await api.UploadForReviewAsync($"First name,Phone\nAna,{NewPhones.In("815")}\n");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/start")));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer == HttpStatusCode.Conflict));
        Assert.Equal(1, (await api.GetAsync<ImportResponse>($"/api/patients/imports/{import.Id}")).Added);
    }

    private static Task<ImportReviewResponse> ReviewAsync(ApiClient api, ImportResponse import) =>
        api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/review");

    private static Task<ImportReviewResponse> ChooseAsync(ApiClient api, ImportResponse import, params ColumnChoice[] choices) =>
        api.PutAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/columns", new ImportColumnsRequest(choices));

    private static async Task<IReadOnlyList<PatientResponse>> SearchAsync(ApiClient api, string phone) =>
        (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items;
}
