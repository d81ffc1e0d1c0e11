using Npgsql;

namespace LabsToGo.Api.Errors;

internal static class DatabaseAway
{
    /// <summary>Whether the same request may well succeed in a moment: Postgres is down, starting, out of room, or took another's side in a deadlock.</summary>
    public static bool IsDatabaseAway(this Exception exception) =>
        exception is NpgsqlException { IsTransient: true } or PostgresException { SqlState: ['5', '7', 'P', ..] }
        || exception.InnerException?.IsDatabaseAway() == true;
}
