using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Tenancy;

/// <summary>What a migration says of a new table, so that none is born without its policy and its grants.</summary>
internal static class TenancyMigrations
{
    /// <summary>A table of tenants' rows: policy by <c>organization_id</c>, forced also on the owner, for both the Api and the workers to use.</summary>
    public static void EnableTenancy(this MigrationBuilder migration, string table) =>
        migration.EnableTenancy(table, "organization_id = current_organization()");

    /// <summary>The same with a rule of its own.</summary>
    public static void EnableTenancy(this MigrationBuilder migration, string table, string rule) =>
        migration.Sql(
            $"""
            alter table {table} enable row level security;
            alter table {table} force row level security;
            create policy tenant on {table} using ({rule}) with check ({rule});
            grant select, insert, update, delete on {table} to {DatabaseRoles.Api};
            """);

    /// <summary>Opens a table for reading, whosever the rows are, while a connection is set to that look-up.</summary>
    public static void AllowLookup(this MigrationBuilder migration, string table, TenantLookup lookup) =>
        migration.Sql($"create policy lookup on {table} for select using (looking_up('{lookup.Stored()}'));");

    public static void GrantToService(this MigrationBuilder migration, string privileges, string table) =>
        migration.Sql($"grant {privileges} on {table} to {DatabaseRoles.Service};");

    public static void GrantToApi(this MigrationBuilder migration, string privileges, string table) =>
        migration.Sql($"grant {privileges} on {table} to {DatabaseRoles.Api};");
}
