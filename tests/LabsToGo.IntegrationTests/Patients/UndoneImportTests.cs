using System.Net;
using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>Within a day an import can be taken back.</summary>
public sealed class UndoneImportTests(StackFixture fixture)
{
    private const string Header = "First name,Last name,Born,Patient ID,Phone,City,State,ZIP,Time zone,Deceased";

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Whom_the_import_added_goes_and_whom_it_changed_becomes_again_what_they_were()
    {
        using var api = await Stack.SignInAsync();
        var (phone, other, unchanged, added) = (NewPhones.In("802"), NewPhones.In("802"), NewPhones.In("802"), NewPhones.In("802"));
        var first = await api.ImportRowsAsync(
            Header, $"Rosa,Garcia,,U-{phone},{phone},Barre,VT,05641,,", $"Leo,Miller,5/6/1990,,{unchanged},Barre,VT,05641,,");
        var before = await DumpAsync();

        var second = await api.ImportRowsAsync(
            Header,
            $"Rose,Lopez,3/4/1981,U-{phone},{other},Reno,NV,89501,America/Los_Angeles,Y",
            $"Leo,Miller,5/6/1990,,{unchanged},Barre,VT,05641,,",
            $"Nina,New,,,{added},,,,,");

        Assert.Equal((1, 1, 1), (second.Added, second.Updated, second.Unchanged));
        Assert.True(second.UndoUntil > second.CompletedAt + TimeSpan.FromHours(23));
        Assert.Equal(3L, await Stack.SqlAsync($"select count(*) from patients where import_id = '{second.Id}'"));
        var preview = await api.UndoPreviewAsync(second);
        Assert.Equal((1, 1, 1, 0), (preview.Added, preview.Changed, preview.Unchanged, preview.Kept));
        var undone = await api.UndoAsync(second);

        Assert.Equal((ImportStatus.Undone, 0, 0), (undone.Status, undone.Added, undone.Kept));
        Assert.Equal(before, await DumpAsync());
        Assert.Contains(first.Id.ToString(), before, StringComparison.Ordinal);
        var shown = await api.GetAsync<ImportResponse>($"/api/patients/imports/{second.Id}");
        Assert.True(shown is { Status: ImportStatus.Undone, UndoneAt: not null, UndoUntil: null }, $"{shown}");
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from patient_import_changes where import_id = '{second.Id}'"));

        Task<string> DumpAsync() => Stack.DumpAsync([phone, other, unchanged, added], $"U-{phone}");
    }

    [Fact]
    public async Task Of_whom_a_file_says_nothing_new_is_not_changed()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await api.ImportRowsAsync(Header, $"Rosa,Garcia,3/4/1980,,{phone},Barre,VT,05641,,");
        var before = Assert.Single(await api.WithPhoneAsync(phone));

        var import = await api.ImportRowsAsync("First name,Last name,Phone", $"Rosa,Garcia,{phone}");

        Assert.Equal((0, 0, 1), (import.Added, import.Updated, import.Unchanged));
        Assert.Equal(before.UpdatedAt, Assert.Single(await api.WithPhoneAsync(phone)).UpdatedAt);
    }

    [Fact]
    public async Task Two_imports_are_undone_one_after_the_other_the_last_one_first()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        var before = await Stack.DumpAsync([phone], phone);
        var first = await api.ImportRowsAsync("First name,Last name,Phone", $"Rosa,Garcia,{phone}");
        var between = await Stack.DumpAsync([phone], phone);
        var second = await api.ImportRowsAsync("First name,Last name,Phone,City,SMS", $"Rosa,Garcia,{phone},Barre,yes");
        var preview = await api.UndoPreviewAsync(first);
        Assert.Equal((0, 1), (preview.Added, preview.Kept));
        Assert.Equal(ImportKeptReason.Edited, Assert.Single(preview.FirstKept).Reason);

        await api.UndoAsync(second);
        Assert.Equal(between, await Stack.DumpAsync([phone], phone));
        await api.UndoAsync(first);

        Assert.Equal(before, await Stack.DumpAsync([phone], phone));
    }

    [Fact]
    public async Task The_same_file_again_does_the_same_as_the_first_time()
    {
        using var api = await Stack.SignInAsync();
        var (known, added, gone) = (NewPhones.In("802"), NewPhones.In("802"), NewPhones.In("802"));
        await api.ImportRowsAsync("First name,Last name,Phone", $"Rosa,Garcia,{known}");

        var first = await ImportAsync();
        await api.UndoAsync(first);
        var again = await ImportAsync();

        Assert.Equal((2, 1, 2, 1), (first.Added, first.Updated, first.Consented, first.OptedOut));
        Assert.Equal(Counts(first), Counts(again));

        Task<ImportResponse> ImportAsync() => api.ImportRowsAsync(
            "First name,Last name,Phone,City,SMS", $"Rosa,Garcia,{known},Barre,yes", $"Leo,Miller,{added},Barre,yes", $"Nina,New,{gone},Barre,no");

        static (long, long, long, long, long, long) Counts(ImportResponse import) =>
            (import.Added, import.Updated, import.Unchanged, import.Rejected, import.Consented, import.OptedOut);
    }

    [Fact]
    public async Task A_text_whose_patient_is_gone_is_listed_all_the_same()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(api, 1);
        var campaign = await api.StartCampaignAsync(audience);
        await api.WaitForEndAsync(campaign.Id);

        // As if it had been planned just as the import was undone.
        await Stack.SqlAsync($"delete from patients where import_id = '{audience.ImportId}'");

        var messages = await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest());
        Assert.Equal("Deleted patient", Assert.Single(messages.Items).PatientName);
    }

    [Fact]
    public async Task What_patients_were_before_is_forgotten_when_the_day_is_over()
    {
        using var api = await Stack.SignInAsync();
        var (phone, other) = (NewPhones.In("802"), NewPhones.In("802"));
        await api.ImportRowsAsync("First name,Last name,Phone", $"Rosa,Garcia,{phone}", $"Leo,Miller,{other}");
        var old = await api.ImportRowsAsync("First name,Last name,Phone,City", $"Rosa,Garcia,{phone},Barre");
        var young = await api.ImportRowsAsync("First name,Last name,Phone,City", $"Leo,Miller,{other},Barre");
        await Stack.SqlAsync($"update patient_imports set completed_at = completed_at - interval '26 hours' where id = '{old.Id}'");

        await using var database = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await database.ForgetOldChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from patient_import_changes where import_id = '{old.Id}'"));
        Assert.Equal(1L, await Stack.SqlAsync($"select count(*) from patient_import_changes where import_id = '{young.Id}'"));
    }

    [Fact]
    public async Task An_import_is_undone_once_and_within_a_day_by_who_may_import()
    {
        using var api = await Stack.SignInAsync();
        using var viewer = await Stack.SignInAsync("viewer@demo.example");
        var phone = NewPhones.In("802");
        var import = await api.ImportRowsAsync("First name,Last name,Phone", $"Rosa,Garcia,{phone}");
        var refused = await api.ImportRowsAsync("First name,Last name", "Rosa,Garcia");
        Assert.Contains("nothing to undo", await api.UndoRefusedAsync(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/undo"));

        await Stack.SqlAsync($"update patient_imports set completed_at = completed_at - interval '24 hours' where id = '{import.Id}'");
        Assert.Contains("24 hours", await api.UndoRefusedAsync(import), StringComparison.Ordinal);
        Assert.Single(await api.WithPhoneAsync(phone));

        await Stack.SqlAsync($"update patient_imports set completed_at = completed_at + interval '1 minute' where id = '{import.Id}'");
        await api.UndoAsync(import);
        Assert.Contains("already", await api.UndoRefusedAsync(import), StringComparison.Ordinal);
        Assert.Empty(await api.WithPhoneAsync(phone));
    }
}
