using System.Threading.Channels;
using CsvHelper;
using LabsToGo.Api.Patients.Imports.Merging;
using LabsToGo.Data;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>
/// Takes a file in as it arrives: one task reads and checks rows, another writes the chunk before. Memory holds three chunks at most, however long
/// the file is.
/// </summary>
internal sealed partial class PatientImporter(
    LabsToGoDbContext db, NpgsqlDataSource dataSource, KnownTimeZones zones, TimeProvider time, ILogger<PatientImporter> logger)
{
    private const string Again = "Upload the file again to import the rest: patients who are there already are updated, not doubled.";

    /// <param name="file">Read to its end, unless it is refused.</param>
    /// <param name="cancellationToken">Ends the reading of the file; what was read is still written.</param>
    /// <returns>False when the import is not there or has had its file. How it ended stands in the import itself.</returns>
    public async Task<bool> RunAsync(Guid organizationId, Guid importId, Stream file, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            if (await ImportStates.StartAsync(connection, organizationId, importId, time.GetUtcNow(), cancellationToken) is not { } run)
                return false;
            var upload = new UploadStream(file);
            string? error = "The import was stopped by a fault of the server. The rows counted here are kept. " + Again;
            try
            {
                error = await ImportAsync(connection, run, upload, cancellationToken);
            }
            finally
            {
                await ImportStates.EndAsync(connection, importId, error, upload.BytesRead, time.GetUtcNow(), CancellationToken.None);
            }
            return true;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <returns>Why it ended early, for the person who uploaded it; null when all was read.</returns>
    private async Task<string?> ImportAsync(NpgsqlConnection connection, ImportRun run, UploadStream upload, CancellationToken cancellationToken)
    {
        try
        {
            var beginning = await upload.PeekAsync(cancellationToken);
            var encoding = TextSniffing.Detect(beginning.Span);
            using var csv = CsvReader.Create(
                encoding is System.Text.UTF8Encoding ? new Utf8RepairStream(upload) : upload,
                new CsvReaderOptions { Encoding = encoding, TrackLineNumbers = true, MaxRecordSize = 1 << 20, TrimWhitespace = true,
                    OnMalformedRecord = RefuseUnclosedQuote });
            await csv.ReadHeaderAsync(cancellationToken);
            var columns = ColumnMap.Read([.. csv.Headers], await FirstRows.ReadAsync(beginning, encoding, cancellationToken));
            columns.RequireClear();
            await ImportStates.ShowColumnsAsync(connection, run.ImportId, columns, cancellationToken);
            await using var lanes = await MergeLanes.OpenAsync(connection, dataSource, run, cancellationToken);
            var rows = new RowReader(csv, columns, run.ConsentGiven, await zones.NamesAsync(cancellationToken), time);
            return await WriteAsync(new ChunkWriter(lanes.All, run, logger), csv, rows, upload, cancellationToken) > 0
                ? null
                : "The file has a header row, but no patient below it.";
        }
        catch (ImportRefusedException refused)
        {
            return refused.Message;
        }
        catch (CsvFormatException malformed)
        {
            Log.Malformed(logger, run.ImportId, malformed.LineNumber);
            return UnclosedQuote(malformed.LineNumber);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            Log.Interrupted(logger, run.ImportId, exception.GetType().Name);
            return "The upload was interrupted. The rows counted here are kept. " + Again;
        }
    }

    private static async Task<long> WriteAsync(ChunkWriter writer, CsvReader csv, RowReader rows, UploadStream upload, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<ImportChunk>(1);
        var reader = Task.Run(() => ReadAsync(csv, rows, upload, chunks.Writer, reading.Token), CancellationToken.None);
        var count = 0L;
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(CancellationToken.None))
            {
                await writer.WriteAsync(chunk, CancellationToken.None);
                count += chunk.RowsRead;
            }
        }
        finally
        {
            await reading.CancelAsync();
            chunks.Writer.TryComplete();
            await reader;
        }
        return count;
    }

    /// <summary>Whatever ends the reading reaches the writer through the channel, behind the rows that were read until then.</summary>
    private static async Task ReadAsync(
        CsvReader csv, RowReader rows, UploadStream upload, ChannelWriter<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        var chunk = new ImportChunk();
        Exception? end = null;
        try
        {
            while (await csv.ReadAsync(cancellationToken))
            {
                rows.ReadInto(chunk);
                if (!chunk.IsFull)
                    continue;
                await PassOnAsync();
                chunk = new ImportChunk();
            }
        }
        catch (Exception exception)
        {
            end = exception;
        }

        try
        {
            if (chunk.RowsRead > 0)
                await PassOnAsync();
        }
        catch (ChannelClosedException)
        {
            // The writer has failed, and its own failure is the one that is reported.
            return;
        }
        chunks.TryComplete(end);

        ValueTask PassOnAsync()
        {
            chunk.BytesRead = upload.BytesRead;
            return chunks.WriteAsync(chunk, CancellationToken.None);
        }
    }

    /// <summary>Other slips of quoting are read as well as they can be; this one swallows the rest of the file.</summary>
    private static void RefuseUnclosedQuote(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            throw new ImportRefusedException(UnclosedQuote(record.LineNumber));
    }

    private static string UnclosedQuote(long line) =>
        $"From line {line} on the file can't be read: a quotation mark opens there and does not close. The rows before it are kept. Mend the line and " +
        "upload the file again.";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Import {ImportId} ended at line {Line}, where a quotation mark does not close")]
        public static partial void Malformed(ILogger logger, Guid importId, long line);

        [LoggerMessage(LogLevel.Information, "The upload of import {ImportId} was interrupted: {Kind}")]
        public static partial void Interrupted(ILogger logger, Guid importId, string kind);
    }
}
