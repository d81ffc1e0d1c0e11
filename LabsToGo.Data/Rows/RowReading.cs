using Dapper;
using Npgsql;

namespace LabsToGo.Data.Rows;

/// <summary>
/// Reads what a statement returns into records: each parameter of a record's constructor is the column of its name, in their order, with underscores between
/// the words. Values are the properties of an object, named alike.
/// </summary>
public static class RowReading
{
    static RowReading()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new MomentHandler());
        SqlMapper.AddTypeHandler(new SensitiveHandler());
    }

    /// <summary>Once for all, before anything is read or written.</summary>
    internal static void Prepare()
    {
    }

    public static async Task<List<T>> ReadAsync<T>(this NpgsqlDataSource dataSource, string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ReadAsync<T>(sql, values, cancellationToken);
    }

    public static async Task<List<T>> ReadAsync<T>(this NpgsqlConnection connection, string sql, object? values, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
}
