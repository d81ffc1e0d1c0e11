using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.MigrationService.Seeding;
using LabsToGo.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.MigrationService;

/// <summary>Brings a database to this version: the roles as the server's administrator, everything else as the owner role. Safe to run again.</summary>
internal static partial class DatabaseSetup
{
    /// <param name="configuration"><c>ConnectionStrings:labstogo</c> of an administrator, <c>Database:ApiPassword</c>, <c>Database:ServicePassword</c>.</param>
    /// <param name="demo">Added, unless it is there; null for none.</param>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    public static async Task RunAsync(IConfiguration configuration, DemoData? demo, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var administrator = configuration.RequiredConnectionString("labstogo");
        await DatabaseRoleSetup.RunAsync(
            administrator, RequiredPassword(configuration, "ApiPassword"), RequiredPassword(configuration, "ServicePassword"), cancellationToken);

        await using var dataSource = NpgsqlDataSource.Create(AsOwner(administrator));
        var tenant = new Tenant();
        var options = new DbContextOptionsBuilder<LabsToGoDbContext>();
        options.UseLabsToGo(dataSource).AddInterceptors(new TenantConnectionInterceptor(tenant));
        await using var db = new LabsToGoDbContext(options.Options);

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        var renewed = await LiveSql.ApplyAsync(dataSource, logger, cancellationToken);
        Log.Migrated(logger, pending.Count, renewed.Count);

        if (demo is not null && await demo.SeedAsync(db, tenant, time.GetUtcNow(), cancellationToken))
            Log.Seeded(logger);
    }

    private static string AsOwner(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Options = $"-c role={DatabaseRoles.Owner}" }.ConnectionString;

    private static string RequiredPassword(IConfiguration configuration, string key) =>
        configuration[$"Database:{key}"] is { Length: > 0 } password
            ? password
            : throw new InvalidOperationException(
                $"The setting Database:{key} is missing. Set the environment variable Database__{key} to the password that the role shall have.");

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information, "The database is up to date; {Migrations} migrations were applied, {Renewed} functions, triggers and policies were renewed")]
        public static partial void Migrated(ILogger logger, int migrations, int renewed);

        [LoggerMessage(LogLevel.Information, "Added the demo organization")]
        public static partial void Seeded(ILogger logger);
    }
}
