using CsvHelper;
using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>Takes an import from one state to the next, by one caller at a time, and says in the import how it ended.</summary>
internal sealed partial class ImportRunner(LabsToGoDbContext db, TimeProvider time, ILogger<ImportRunner> logger)
{
    private const string Fault = "The import was stopped by a fault of the server. The rows counted here are kept. " +
        "Upload the file again to import the rest: patients who are there already are updated, not doubled.";

    private const string FaultBefore = "A fault of the server ended this before anything was imported. Upload the file again.";

    /// <param name="from">The state in which it has to be.</param>
    /// <param name="work">Is given the context's connection, and says what the import is then.</param>
    /// <returns>False when the import is not there or in another state.</returns>
    public async Task<bool> RunAsync(
        Guid organizationId, Guid importId, ImportStatus from, Func<NpgsqlConnection, ImportRun, Task<ImportStatus>> work, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            if (await ImportStates.StartAsync(connection, organizationId, importId, from, time.GetUtcNow(), cancellationToken) is not { } run)
                return false;
            var (ended, error) = (ImportStatus.Failed, (string?)null);
            try
            {
                (ended, error) = (await work(connection, run), null);
            }
            catch (ImportRefusedException refused)
            {
                error = refused.Message;
            }
            catch (CsvFormatException malformed)
            {
                Log.Malformed(logger, run.ImportId, malformed.LineNumber);
                error = ImportFile.UnclosedQuote(malformed.LineNumber);
            }
            catch
            {
                error = run.HasBegun ? Fault : FaultBefore;
                throw;
            }
            finally
            {
                await ImportStates.EndAsync(connection, importId, ended, error, time.GetUtcNow(), CancellationToken.None);
            }
            return true;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Import {ImportId} ended at line {Line}, where a quotation mark does not close")]
        public static partial void Malformed(ILogger logger, Guid importId, long line);
    }
}
