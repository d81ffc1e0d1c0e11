using LabsToGo.Api.Files;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Files;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>Imports' files as they were uploaded: kept for a while, so that they can be looked through first, and their rejected rows be had back.</summary>
internal sealed partial class ImportFiles(
    LabsToGoDbContext db, KeptFiles files, IOptions<FileStoreOptions> options, TimeProvider time, ILogger<ImportFiles> logger)
{
    /// <exception cref="ImportRefusedException">It did not come to its end, or could not be stored. Nothing of it is left.</exception>
    public async Task KeepAsync(ImportRun run, Stream upload, CancellationToken cancellationToken)
    {
        var file = new StoredFile(
            run.OrganizationId, StoredFileKind.Import, run.FileName, Permission.PatientsImport, run.CreatedBy, time.GetUtcNow(), options.Value.Kept);
        try
        {
            await files.AddAsync(file, upload, cancellationToken);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            Log.Interrupted(logger, run.ImportId, exception.GetType().Name);
            throw new ImportRefusedException("The upload was interrupted, so nothing was imported. Upload the file again.");
        }
        catch (IOException exception)
        {
            Log.NotStored(logger, run.ImportId, exception);
            throw new ImportRefusedException("The server could not store the file, so nothing was imported. Tell whoever looks after the server.");
        }
        await db.PatientImports.Where(import => import.Id == run.ImportId)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.FileId, file.Id), CancellationToken.None);
    }

    /// <exception cref="ImportRefusedException">It is not kept any more.</exception>
    public async Task<Stream> OpenAsync(Guid importId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var file = await db.StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(
                file => file.ExpiresAt > now && db.PatientImports.Any(import => import.Id == importId && import.FileId == file.Id), cancellationToken);
        try
        {
            return file is null ? throw new FileNotFoundException() : await files.OpenAsync(file, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            throw new ImportRefusedException("The file is not kept any more. Upload it again.");
        }
    }

    /// <returns>False when the import is in another state (by now).</returns>
    public async Task<bool> DiscardReviewedAsync(PatientImport import, CancellationToken cancellationToken)
    {
        var discarded = await db.PatientImports
            .Where(other => other.Id == import.Id && other.Status == ImportStatus.InReview)
            .ExecuteDeleteAsync(cancellationToken) > 0;
        if (discarded && import.FileId is { } file)
            await files.ExpireAsync(file, cancellationToken);
        return discarded;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The upload of import {ImportId} was interrupted: {Kind}")]
        public static partial void Interrupted(ILogger logger, Guid importId, string kind);

        [LoggerMessage(LogLevel.Error, "The file of import {ImportId} could not be stored")]
        public static partial void NotStored(ILogger logger, Guid importId, Exception exception);
    }
}
