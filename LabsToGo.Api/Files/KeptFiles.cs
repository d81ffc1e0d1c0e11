using LabsToGo.Data;
using LabsToGo.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Files;

/// <summary>Files with their owner, the permission to read them and their end: the row first, so that nothing lies in the store that nobody knows of.</summary>
internal sealed partial class KeptFiles(LabsToGoDbContext db, IFileStore store, TimeProvider time, ILogger<KeptFiles> logger)
{
    /// <summary>Writes it to its end.</summary>
    /// <exception cref="IOException">The content, or the store, could not be read or written; nothing is left.</exception>
    public async Task AddAsync(StoredFile file, Stream content, CancellationToken cancellationToken)
    {
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        try
        {
            file.Complete(await store.WriteAsync(file.Key, content, cancellationToken));
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException expired)
        {
            await ForgetAsync(file);
            throw new IOException("The file expired while it was written.", expired);
        }
        catch
        {
            await ForgetAsync(file);
            throw;
        }
    }

    /// <summary>Nobody reads it from now on; its content goes with the next look at what has expired.</summary>
    public Task ExpireAsync(Guid fileId, CancellationToken cancellationToken) =>
        db.StoredFiles.Where(file => file.Id == fileId)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.ExpiresAt, time.GetUtcNow()), cancellationToken);

    /// <exception cref="FileNotFoundException">It is not there any more.</exception>
    /// <exception cref="IOException">The store could not be read.</exception>
    public Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken) => store.OpenAsync(file.Key, cancellationToken);

    /// <summary>Where that fails, too, the row stays without a size, and <see cref="FileExpiry"/> finds it.</summary>
    private async Task ForgetAsync(StoredFile file)
    {
        db.Entry(file).State = EntityState.Detached;
        try
        {
            await store.DeleteAsync(file.Key, CancellationToken.None);
            await db.StoredFiles.Where(kept => kept.Id == file.Id).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotForgotten(logger, file.Id, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "File {FileId} could not be written, and what there is of it could not be removed yet ({Kind})")]
        public static partial void NotForgotten(ILogger logger, Guid fileId, string kind);
    }
}
