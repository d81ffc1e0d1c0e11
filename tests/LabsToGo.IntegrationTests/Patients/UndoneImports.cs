using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

internal static class UndoneImports
{
    public static Task<ImportResponse> ImportRowsAsync(this ApiClient api, string header, params IEnumerable<string> rows) =>
        api.ImportAsync(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), consentGiven: false);

    public static Task<ImportUndoResponse> UndoAsync(this ApiClient api, ImportResponse import) =>
        api.PostAsync<ImportUndoResponse>($"/api/patients/imports/{import.Id}/undo");

    public static Task<ImportUndoResponse> UndoPreviewAsync(this ApiClient api, ImportResponse import) =>
        api.GetAsync<ImportUndoResponse>($"/api/patients/imports/{import.Id}/undo");

    /// <returns>The words.</returns>
    public static async Task<string> UndoRefusedAsync(this ApiClient api, ImportResponse import)
    {
        using var refused = await api.SendAsync(HttpMethod.Post, $"/api/patients/imports/{import.Id}/undo");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        return await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<PatientResponse>> WithPhoneAsync(this ApiClient api, string phone) =>
        (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items;

    /// <summary>Every column of everybody who has one of the numbers or one of the patient numbers, and what the ledger says of each number.</summary>
    public static async Task<string> DumpAsync(this Stack stack, IEnumerable<string> phones, string externalIds)
    {
        var numbers = string.Join(", ", phones.Select(phone => $"'{phone}'"));
        var patients = await stack.SqlAsync(
            $"select string_agg(p::text, E'\\n' order by id) from patients p where phone in ({numbers}) or external_id like '{externalIds}'");
        var consents = await stack.SqlAsync(
            $"""
            select string_agg(n.phone || ' ' || coalesce(consent.kind, 'nothing'), E'\n' order by n.phone)
            from unnest(array[{numbers}]) n (phone)
            cross join (select id from organizations order by created_at limit 1) o
            left join lateral current_consent(o.id, n.phone) consent on true
            """);
        return $"{patients}\n{consents}";
    }
}
