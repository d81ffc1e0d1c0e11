using System.Globalization;
using LabsToGo.Data.Tenancy;
using LabsToGo.MigrationService.Seeding;

namespace LabsToGo.MigrationService.Commands;

/// <summary>
/// The command <c>add-demo-patients [how many]</c>: 100,000 more for the demo organization, as an import of their own, so that they can be chosen as an
/// audience. Done again, it adds nobody.
/// </summary>
internal static class AddDemoPatients
{
    private const int Usual = 100_000, Most = 5_000_000;

    public static async Task<int> RunAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var count = Usual;
        if (call.Arguments is not []
            && !(call.Arguments is [var wanted] && int.TryParse(wanted, CultureInfo.InvariantCulture, out count) && count is > 0 and <= Most))
        {
            await call.Output.WriteLineAsync($"'{string.Join(' ', call.Arguments)}' is no number of patients between 1 and {Most:N0}.");
            return 2;
        }

        await using var connection = await call.Administrator.OpenConnectionForAsync(DemoData.OrganizationId, cancellationToken);
        var fileName = $"{count} demo patients.csv";
        if (await connection.BeginDemoImportAsync(DemoData.OrganizationId, fileName, cancellationToken) is not { } importId)
        {
            await call.Output.WriteLineAsync(
                "The demo organization is not in this database, and no other gets made-up patients. Set Seed__DemoData=true to have it added.");
            return 1;
        }
        var (added, there) = (0L, 0L);
        foreach (var chunk in DemoPatients.More(count).Chunk(10_000))
        {
            var (more, known) = await connection.WriteDemoPatientsAsync(DemoData.OrganizationId, importId, chunk, cancellationToken);
            (added, there) = (added + more, there + known);
        }
        await connection.EndDemoImportAsync(importId, added, there, cancellationToken);
        await call.Output.WriteLineAsync(
            $"{added:N0} demo patients were added, {there:N0} were there. Choose the import \"{fileName}\" as a campaign's audience.");
        return 0;
    }
}
