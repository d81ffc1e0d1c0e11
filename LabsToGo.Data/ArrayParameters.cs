using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data;

public static class ArrayParameters
{
    /// <summary>One column of rows that go to Postgres together, to be read by <c>unnest</c>.</summary>
    public static void AddColumn<TRow, T>(this NpgsqlCommand command, string name, NpgsqlDbType element, IReadOnlyList<TRow> rows, Func<TRow, T> select)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = select(rows[i]);
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | element) { Value = values });
    }
}
