using LabsToGo.Data;
using LabsToGo.Data.Looping;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.Api.Files;

/// <summary>
/// Deletes what is past its end, and what a process that died has left unfinished. Each Api process does it: what one has deleted is no error to another.
/// </summary>
internal sealed class FileExpiry(
    IServiceScopeFactory scopes, NpgsqlDataSource dataSource, IFileStore store, IOptions<FileStoreOptions> options, LoopHealth health, TimeProvider time,
    ILogger<FileExpiry> logger)
    : Loop(options.Value.ExpiryInterval, health, time, logger)
{
    /// <summary>No upload takes longer.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromHours(4);

    private readonly TimeProvider _time = time;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var failed = new List<(StoredFile File, IOException Cause)>();
        foreach (var file in await FindAsync(cancellationToken))
        {
            try
            {
                // First the content: a row without one is found again, content without a row never.
                await store.DeleteAsync(file.Key, cancellationToken);
            }
            catch (IOException cause)
            {
                // The others may do.
                failed.Add((file, cause));
                continue;
            }
            await using var connection = await dataSource.OpenConnectionForAsync(file.OrganizationId, cancellationToken);
            await connection.DeleteRowAsync(file, cancellationToken);
        }
        if (failed.Count > 0)
            throw new IOException($"{failed.Count} files that have expired could not be deleted, such as {failed[0].File.Id}.", failed[0].Cause);
    }

    /// <summary>Of all organizations, for reading alone. Rides on <c>stored_files (expires_at)</c>; of the unfinished there are few.</summary>
    private async Task<List<StoredFile>> FindAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Find(TenantLookup.Files);
        var now = _time.GetUtcNow();
        var begun = now - LongestWriting;
        return await scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>().StoredFiles.AsNoTracking()
            .Where(file => file.ExpiresAt <= now || (file.Size == null && file.CreatedAt < begun))
            .OrderBy(file => file.ExpiresAt)
            .ToListAsync(cancellationToken);
    }
}
