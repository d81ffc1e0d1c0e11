using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

internal static class OldDays
{
    /// <summary>Forgets what left on days whose caps are over.</summary>
    public static async Task ForgetOldDaysAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("delete from daily_segments where day < carriers_day() - 1");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
