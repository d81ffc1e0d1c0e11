using LabsToGo.Data.Tenancy;
using Npgsql;

namespace LabsToGo.MigrationService;

/// <summary>Makes the three roles and gives the schema to its owner. Needs an administrator, since one of them bypasses row-level security.</summary>
internal static class DatabaseRoleSetup
{
    public static async Task RunAsync(string administrator, string apiPassword, string servicePassword, CancellationToken cancellationToken)
    {
        await using var dataSource = NpgsqlDataSource.Create(administrator);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);

        await EnsureRoleAsync(connection, DatabaseRoles.Owner, "nologin", null, cancellationToken);
        await EnsureRoleAsync(connection, DatabaseRoles.Api, "login nobypassrls", apiPassword, cancellationToken);
        await EnsureRoleAsync(connection, DatabaseRoles.Service, "login bypassrls", servicePassword, cancellationToken);

        await using var command = new NpgsqlCommand(
            $"""
            grant {DatabaseRoles.Owner} to current_user;
            alter schema public owner to {DatabaseRoles.Owner};
            revoke create on schema public from public;
            grant usage on schema public to {DatabaseRoles.Api}, {DatabaseRoles.Service};
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await KeepValuesOutOfTheLogAsync(connection, cancellationToken);
    }

    /// <summary>
    /// Postgres writes the values of a refused row into its own log ("Key (external_id)=(…)") unless it is told to be terse, which a superuser alone may;
    /// where the administrator is none, the server's own configuration has to say it.
    /// </summary>
    private static async Task KeepValuesOutOfTheLogAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var asked = new NpgsqlCommand("select current_setting('is_superuser') = 'on'", connection);
        if (!(bool)(await asked.ExecuteScalarAsync(cancellationToken))!)
            return;
        foreach (var role in (string[])[DatabaseRoles.Api, DatabaseRoles.Service])
        {
            await using var command = new NpgsqlCommand($"alter role {role} set log_error_verbosity = 'terse'", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>DDL takes no parameters, so the server itself quotes the password.</summary>
    private static async Task EnsureRoleAsync(
        NpgsqlConnection connection, string role, string attributes, string? password, CancellationToken cancellationToken)
    {
        await using var compose = new NpgsqlCommand(
            """
            select format(
                case when exists (select from pg_roles where rolname = $1) then 'alter role %I with %s' else 'create role %I with %s' end
                || case when $3 = '' then '' else ' password %3$L' end,
                $1, $2, $3)
            """,
            connection)
        {
            Parameters = { new() { Value = role }, new() { Value = attributes }, new() { Value = password ?? "" } },
        };
        var statement = (string)(await compose.ExecuteScalarAsync(cancellationToken))!;
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
