using System.Collections.Frozen;
using Npgsql;

namespace LabsToGo.Data.Scheduling;

/// <summary>The time zones that may be recorded: Postgres keeps their hours and .NET shows them, each by tables of its own.</summary>
public sealed class KnownTimeZones(NpgsqlDataSource dataSource)
{
    private volatile FrozenSet<string>? _names;

    /// <summary>IANA names of places, such as <c>America/New_York</c>; found in any case. Read once.</summary>
    public async ValueTask<FrozenSet<string>> NamesAsync(CancellationToken cancellationToken) => _names ??= await ReadAsync(cancellationToken);

    private async Task<FrozenSet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select name from pg_timezone_names
            where split_part(name, '/', 1) in ('Africa', 'America', 'Antarctica', 'Arctic', 'Asia', 'Atlantic', 'Australia', 'Canada', 'Europe', 'Indian',
                'Pacific', 'US') and name like '%/%'
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names.Where(name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
