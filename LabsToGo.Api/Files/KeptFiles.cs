using LabsToGo.Data;
using LabsToGo.Domain.Files;

namespace LabsToGo.Api.Files;

/// <summary>Files with their owner, the permission to read them and their end: the row first, so that nothing lies in the store that nobody knows of.</summary>
internal sealed class KeptFiles(LabsToGoDbContext db, IFileStore store)
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
        catch
        {
            db.Remove(file);
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
    }

    /// <exception cref="FileNotFoundException">It is not there any more.</exception>
    public Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken) => store.OpenAsync(file.Key, cancellationToken);
}
