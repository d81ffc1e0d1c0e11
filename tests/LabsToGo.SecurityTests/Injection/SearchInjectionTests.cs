using System.Diagnostics;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Injection;

/// <summary>What is searched for is text: neither SQL nor a pattern.</summary>
public sealed class SearchInjectionTests(StackFixture fixture)
{
    private static readonly string[] Special =
        ["%", "_", "\\", "'", "\"", "*", "?", "[", "(", ".", "^", "$", "|", "+", ";", "--", "/*", "\\%", "%%", "__", "%_", "\u200b", "é"];

    private static readonly string[] Sql =
    [
        "' or '1'='1", "' or 1=1 --", "'; drop table patients; --", "'; select pg_sleep(5); --", "' union select null, version() --", "') or ('1'='1",
        "%' or '%'='", "\\' or 1=1 --", "'||pg_sleep(5)||'",
        "1; update users set role = 'owner'", "' and (select count(*) from users) > 0 --", "$$; select pg_sleep(5); $$",
        "' or exists(select 1 from pg_sleep(5)) --", "\u02bc or 1=1", "x' /*", "0x27206f7220313d31",
    ];

    [Fact]
    public async Task A_search_finds_what_begins_with_the_very_letters_whatever_is_beside_them()
    {
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        var mark = $"q{Guid.NewGuid():N}"[..12];
        var names = Special.Select(special => CellText.CleanName($"{mark}{special}x")).Append($"{mark}ax").ToList();
        foreach (var name in names)
            await AddAsync(staff, name);
        var tried = 0;
        foreach (var search in Special.Concat(Sql).Select(text => mark + text).Concat(Special.Select(special => special + mark)).Append(mark))
        {
            // Signs part words, or are nothing. What stands behind a comma is another name, which nobody here has.
            var plain = PlainName.Of(CellText.Clean(search));
            var expected = search.Contains(',', StringComparison.Ordinal)
                ? []
                : names.Where(name => PlainName.Of(name).StartsWith(plain, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            var started = Stopwatch.GetTimestamp();
            var found = await staff.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(search, Limit: 200));
            Assert.Equal(expected, found.Items.Select(patient => patient.LastName).Order(StringComparer.Ordinal));
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            tried++;
        }
        TestContext.Current.SendDiagnosticMessage($"tried {tried} searches of patients");
    }

    [Fact]
    public async Task A_cursor_that_somebody_made_up_shows_nothing_more_than_a_search()
    {
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        var mark = $"q{Guid.NewGuid():N}"[..12];
        await AddAsync(staff, mark);
        string[] keys = [.. Sql, .. Special, "", "\0"];
        foreach (var key in keys)
        {
            var cursor = Convert.ToBase64String(
                Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new { List = 0, Keys = new[] { key, key }, Id = Guid.Empty }))).TrimEnd('=')
                    .Replace('+', '-').Replace('/', '_');
            if (cursor.Length > 400)
                continue;
            using var answer = await staff.SendAsync(HttpMethod.Post, "/api/patients/search", new PatientSearchRequest(mark, cursor));
            Assert.InRange((int)answer.StatusCode, 200, 499);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode)
                Assert.All(
                    System.Text.Json.JsonSerializer.Deserialize<Page<PatientResponse>>(text, ContractJson.Options)!.Items,
                    patient => Assert.Equal(mark, patient.LastName));
        }
        TestContext.Current.SendDiagnosticMessage($"tried {keys.Length} cursors");
    }

    [Fact]
    public async Task The_audit_log_is_searched_by_whole_words()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest());
        Assert.NotEmpty((await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: "audit"))).Items);
        foreach (var action in (string[])["%", "a%", "audit%", "_udit", "audi_", "audit.%", ".*", .. Sql.Where(sql => sql.Length <= 60)])
            Assert.Empty((await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: action))).Items);
    }

    private static Task<PatientResponse> AddAsync(ApiClient staff, string lastName) =>
        staff.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest(null, "Ina", lastName, NewPhones.In("646"), null, null, null, null, null, ConsentGiven: false));
}
