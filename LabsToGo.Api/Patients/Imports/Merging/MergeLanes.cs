using LabsToGo.Data.Tenancy;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>The connections among which the rows of a chunk are shared out.</summary>
internal sealed class MergeLanes : IAsyncDisposable
{
    /// <summary>More than the machine has cores would wait for each other, and more than four would leave too few for everybody else.</summary>
    private static readonly int Most = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly List<MergeLane> _all = [];

    /// <summary>The first one has the import's own connection.</summary>
    public IReadOnlyList<MergeLane> All => _all;

    public static async Task<MergeLanes> OpenAsync(NpgsqlConnection first, NpgsqlDataSource dataSource, ImportRun run, CancellationToken cancellationToken)
    {
        var lanes = new MergeLanes();
        try
        {
            lanes._all.Add(new MergeLane(first, run));
            while (lanes._all.Count < Most)
                lanes._all.Add(new MergeLane(await dataSource.OpenConnectionForAsync(run.OrganizationId, cancellationToken), run));
            foreach (var lane in lanes._all)
                await ChunkStaging.CreateAsync(lane.Connection, cancellationToken);
            return lanes;
        }
        catch
        {
            await lanes.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _all.Skip(1))
            await lane.Connection.DisposeAsync();
    }
}
