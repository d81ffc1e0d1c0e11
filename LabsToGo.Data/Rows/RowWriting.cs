using Dapper;
using Npgsql;

namespace LabsToGo.Data.Rows;

/// <summary>Runs a statement whose values are the properties of an object, named alike.</summary>
public static class RowWriting
{
    /// <returns>How many rows it changed.</returns>
    public static Task<int> WriteAsync(this NpgsqlConnection connection, string sql, object values, CancellationToken cancellationToken)
    {
        RowReading.Prepare();
        return connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}
