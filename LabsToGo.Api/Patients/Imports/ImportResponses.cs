using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportResponses
{
    public static ImportResponse ToResponse(this PatientImport import)
    {
        return new(
            import.Id,
            import.FileName,
            import.Status,
            import.BytesRead,
            Happened(import.RowsRead),
            Happened(import.Added),
            Happened(import.Updated),
            Happened(import.Duplicates),
            Happened(import.Rejected),
            Happened(import.Remarks),
            import.Error,
            JsonSerializer.Deserialize<List<ImportColumn>>(import.Columns, ContractJson.Options) ?? [],
            import.CreatedAt,
            import.CompletedAt,
            Happened(import.Unchanged),
            Happened(import.OptedOut),
            Happened(import.Consented),
            import.StartedAt,
            import.UndoneAt,
            import.UndoUntil,
            import.FileId);

        long Happened(long rows) => import.CameToNothing ? 0 : rows;
    }
}
