using CsvHelper;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Reading;

/// <summary>A file of patients, opened at its first row: its encoding and its separator are found, its header is read.</summary>
internal sealed class ImportFile : IDisposable
{
    /// <summary>More are no table that anybody could look through.</summary>
    private const int MostColumns = 2_000;

    private readonly CountedStream _content;

    private ImportFile(CountedStream content, CsvReader csv, IReadOnlyList<IReadOnlyList<string>> firstRows) =>
        (_content, Csv, FirstRows) = (content, csv, firstRows);

    public CsvReader Csv { get; }

    public IReadOnlyList<string> Headers => Csv.Headers;

    /// <summary>What stands in the file's first 32 KB.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FirstRows { get; }

    public long BytesRead => _content.BytesRead;

    /// <exception cref="ImportRefusedException">It is no such file. The message is for whoever uploaded it.</exception>
    public static async Task<ImportFile> OpenAsync(Stream stored, CancellationToken cancellationToken)
    {
        var content = new CountedStream(stored);
        var beginning = await content.PeekAsync(cancellationToken);
        var encoding = TextSniffing.Detect(beginning.Span);
        var csv = CsvReader.Create(
            encoding is System.Text.UTF8Encoding ? new Utf8RepairStream(content) : content,
            new CsvReaderOptions { Encoding = encoding, TrackLineNumbers = true, MaxRecordSize = 1 << 20, TrimWhitespace = true,
                OnMalformedRecord = RefuseUnclosedQuote });
        try
        {
            await csv.ReadHeaderAsync(cancellationToken);
            if (csv.Headers.Count > MostColumns)
                throw new ImportRefusedException(
                    $"The file has {csv.Headers.Count} columns, and {MostColumns} are the most. Leave out those that are not needed.");
            return new ImportFile(content, csv, await Reading.FirstRows.ReadAsync(beginning, encoding, cancellationToken));
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    public void Dispose() => Csv.Dispose();

    /// <summary>From there on nothing can be told apart.</summary>
    public static string UnclosedQuote(long line) =>
        $"From line {line} on the file can't be read: a quotation mark opens there and does not close. Mend the line and upload the file again.";

    /// <summary>Other slips of quoting are read as well as they can be; this one swallows the rest of the file.</summary>
    private static void RefuseUnclosedQuote(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            throw new ImportRefusedException(UnclosedQuote(record.LineNumber));
    }
}
