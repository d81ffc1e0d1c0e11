using System.Threading.Channels;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Reading;

/// <summary>One task reads and checks rows, another takes the chunk before: memory holds three chunks at most, however long the file is.</summary>
internal static class ChunkReading
{
    /// <returns>How many rows were read.</returns>
    public static async Task<long> ForEachChunkAsync(this ImportFile file, RowReader rows, Func<ImportChunk, Task> take, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<ImportChunk>(1);
        var reader = Task.Run(() => ReadAsync(file, rows, chunks.Writer, reading.Token), CancellationToken.None);
        var count = 0L;
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(CancellationToken.None))
            {
                await take(chunk);
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

    /// <summary>Whatever ends the reading reaches the other task through the channel, behind the rows that were read until then.</summary>
    private static async Task ReadAsync(ImportFile file, RowReader rows, ChannelWriter<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        var chunk = new ImportChunk();
        Exception? end = null;
        try
        {
            while (await file.Csv.ReadAsync(cancellationToken))
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
            // The other task has failed, and its own failure is the one that is reported.
            return;
        }
        chunks.TryComplete(end);

        ValueTask PassOnAsync()
        {
            chunk.BytesRead = file.BytesRead;
            return chunks.WriteAsync(chunk, CancellationToken.None);
        }
    }
}
