using Npgsql;

namespace LabsToGo.Data;

/// <summary>Section <c>Database</c>. The server's address is <c>ConnectionStrings:labstogo</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The Postgres role to sign in as, instead of the connection string's own user.</summary>
    public string? Role { get; set; }

    public string? Password { get; set; }

    /// <summary>Connections at most, per process.</summary>
    public int MaxPoolSize { get; set; } = 40;

    internal string Apply(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MaxPoolSize,
            Timeout = 5,
            CommandTimeout = 30,
            MaxAutoPrepare = 40,
        };
        if (!string.IsNullOrEmpty(Role))
            (builder.Username, builder.Password) = (Role, Password);
        return builder.ConnectionString;
    }
}
