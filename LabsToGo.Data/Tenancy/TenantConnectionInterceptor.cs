using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LabsToGo.Data.Tenancy;

/// <summary>
/// Tells Postgres, on each connection that is opened for a scope, whose rows it may show. The pool resets the setting when the connection goes back.
/// </summary>
internal sealed class TenantConnectionInterceptor(Tenant tenant) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(DbConnection connection) =>
        new("select set_config('app.organization_id', $1, false), set_config('app.lookup', $2, false)", (NpgsqlConnection)connection)
        {
            Parameters =
            {
                new() { Value = tenant.OrganizationId?.ToString() ?? "" },
                new() { Value = tenant.Lookup.Stored() },
            },
        };
}
