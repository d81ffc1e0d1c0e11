using System.Globalization;
using System.Text;
using LabsToGo.Data;
using LabsToGo.Data.Importing;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Accounts;
using LabsToGo.Domain.Patients;
using LabsToGo.MigrationService.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace LabsToGo.MigrationService.Commands;

/// <summary>
/// The command <c>add-demo-patients [how many]</c>: 100,000 more for the demo organization, by the import that everybody uses, so that they can be chosen as an audience. Done again,
/// it adds nobody.
/// </summary>
internal static class AddDemoPatients
{
    private const int Usual = 100_000, Most = 5_000_000;

    public static async Task<int> RunAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var count = Usual;
        if (call.Arguments is not [] && !(call.Arguments is [var wanted] && int.TryParse(wanted, CultureInfo.InvariantCulture, out count) && count is > 0 and <= Most))
        {
            await call.Output.WriteLineAsync($"'{string.Join(' ', call.Arguments)}' is no number of patients between 1 and {Most:N0}.");
            return 2;
        }

        var tenant = new Tenant();
        tenant.Use(DemoData.OrganizationId);
        var options = new DbContextOptionsBuilder<LabsToGoDbContext>();
        options.UseLabsToGo(call.Administrator).AddInterceptors(new TenantConnectionInterceptor(tenant));
        await using var db = new LabsToGoDbContext(options.Options);
        var owner = await db.Users.Where(user => user.OrganizationId == DemoData.OrganizationId && user.Role == Role.Owner).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(cancellationToken);
        if (owner is null)
        {
            await call.Output.WriteLineAsync("The demo organization is not in this database, and no other gets made-up patients. Set Seed__DemoData=true to have it added.");
            return 1;
        }

        var import = new PatientImport(DemoData.OrganizationId, $"{count} demo patients.csv", consentGiven: true, owner.Value, TimeProvider.System.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(File(count)));
        await new PatientImporter(db, call.Administrator, TimeProvider.System, NullLogger<PatientImporter>.Instance).RunAsync(DemoData.OrganizationId, import.Id, file, cancellationToken);

        await db.Entry(import).ReloadAsync(cancellationToken);
        await call.Output.WriteLineAsync(import.Error ?? $"{import.Added:N0} demo patients were added, {import.Updated:N0} were there. Choose the import \"{import.FileName}\" as a campaign's audience.");
        return import.Error is null ? 0 : 1;
    }

    private static string File(int count) => string.Join(
        '\n',
        DemoPatients.More(count)
            .Select(patient => $"{patient.ExternalId},{patient.FirstName},{patient.LastName},{patient.Phone},{patient.City},{patient.State},{patient.PostalCode}")
            .Prepend("Patient ID,First name,Last name,Phone,City,State,ZIP"));
}
