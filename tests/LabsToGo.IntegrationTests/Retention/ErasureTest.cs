using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Messages;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.IntegrationTests.Retention;

/// <summary>Patients to be erased, and where something of them may be left.</summary>
public abstract class ErasureTest(StackFixture fixture) : IAsyncLifetime
{
    protected ApiClient Api { get; private set; } = null!;

    protected Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync() => Api = await Stack.SignInAsync("admin@demo.example");

    public async ValueTask DisposeAsync()
    {
        Stack.Faults.Settings = new();
        await Api.PostAsync<OrganizationResponse>("/api/organization/resume");
        Api.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string NewPhone() => NewPhones.In("307");

    protected IReadOnlyList<Receipt> ReceiptsOf(string phone) => [.. Stack.Received.All().Where(receipt => receipt.To == phone)];

    protected IReadOnlyList<SandboxMessage> TextsTo(string phone) => [.. Stack.SandboxMessages.Conversation(phone).Where(message => message.To == phone)];

    protected Task<PatientResponse> EraseAsync(PatientResponse patient) =>
        Api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/erase", new ErasePatientRequest($"{patient.FirstName} {patient.LastName}"));

    /// <summary>The tables in which it stands, whoever's the rows are.</summary>
    protected async Task<object?> PlacesAsync(string text) => await Stack.SqlAsync(
        $"""
        create function pg_temp.places(mark text) returns text language plpgsql as $$
        declare
            found text := '';
            name text;
            present boolean;
        begin
            for name in select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1 loop
                execute format('select exists (select from %I t where t::text like %L)', name, '%' || mark || '%') into present;
                if present then
                    found := concat_ws(' ', nullif(found, ''), name);
                end if;
            end loop;
            return found;
        end
        $$;
        select pg_temp.places('{text}');
        """);

    /// <summary>As if its first minute were over, in which a planner may still write what it had read before.</summary>
    protected async Task IsCompleteAsync(Guid patientId)
    {
        await Stack.SqlAsync($"update patients set erased_at = erased_at - interval '2 minutes', erasure_due_at = now() where id = '{patientId}'");
        await Eventually.IsAsync(
            async () =>
            {
                await Stack.SqlAsync($"update patients set erasure_due_at = now() where id = '{patientId}' and erasure_due_at is not null");
                return await Stack.SqlAsync($"select erasure_due_at from patients where id = '{patientId}'") is DBNull;
            },
            () => "The erasure is not complete.",
            seconds: 60);
    }

    protected async Task<(Guid Import, IReadOnlyList<PatientResponse> Patients)> ImportAsync(params string[] phones)
    {
        var file = "first name,last name,phone,state\n" + string.Concat(phones.Select(phone => $"Era,Erased,{phone},NY\n"));
        var import = await Api.ImportAsync(Encoding.UTF8.GetBytes(file));
        Assert.True(import.Added == phones.Length, $"{import}");
        var patients = new List<PatientResponse>();
        foreach (var phone in phones)
            patients.Add(
                Assert.Single(
                    (await Api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items,
                    found => found.ErasedAt is null));
        return (import.Id, patients);
    }
}
