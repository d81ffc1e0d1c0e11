using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace LabsToGo.Data;

/// <summary>Section <c>Database</c>. The server's address is <c>ConnectionStrings:labstogo</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    /// <summary>The Postgres role to sign in as, instead of the connection string's own user.</summary>
    public string? Role { get; set; }

    public string? Password { get; set; }

    /// <summary>Connections at most, per process.</summary>
    public int MaxPoolSize { get; set; } = 40;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxPoolSize is < 2 or > 1000)
            yield return new("The setting Database:MaxPoolSize must be between 2 and 1000.");
        if (!string.IsNullOrEmpty(Role) && string.IsNullOrEmpty(Password))
            yield return new($"The setting Database:Password is missing. Set the environment variable Database__Password to the password of the role {Role}.");
    }

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
