using Npgsql;

namespace LabsToGo.Data.Tenancy;

public static class TenantConnections
{
    /// <summary>A connection beside the context's, opened for the organization as that one is. The pool resets the setting when it goes back.</summary>
    public static async Task<NpgsqlConnection> OpenConnectionForAsync(
        this NpgsqlDataSource dataSource, Guid organizationId, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("select set_config('app.organization_id', $1, false)", connection)
            {
                Parameters = { new() { Value = organizationId.ToString() } },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
