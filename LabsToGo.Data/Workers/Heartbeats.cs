using Npgsql;

namespace LabsToGo.Data.Workers;

public static class Heartbeats
{
    /// <summary>Renews this process's sign of life, and forgets those that have been silent for an hour.</summary>
    public static async Task BeatAsync(
        this NpgsqlDataSource dataSource, string instance, string service, DateTimeOffset startedAt, int inFlight, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with forgotten as (
                delete from worker_heartbeats where seen_at < now() - interval '1 hour' and instance <> $1
            )
            insert into worker_heartbeats (instance, service, started_at, seen_at, in_flight) values ($1, $2, $3, now(), $4)
            on conflict (instance) do update set seen_at = excluded.seen_at, in_flight = excluded.in_flight
            """);
        command.Parameters.Add(new() { Value = instance });
        command.Parameters.Add(new() { Value = service });
        command.Parameters.Add(new() { Value = startedAt });
        command.Parameters.Add(new() { Value = inFlight });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
