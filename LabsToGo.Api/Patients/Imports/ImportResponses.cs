using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportResponses
{
    public static ImportResponse ToResponse(this PatientImport import) => new(
        import.Id,
        import.FileName,
        import.Status,
        import.BytesRead,
        import.RowsRead,
        import.Added,
        import.Updated,
        import.Duplicates,
        import.Rejected,
        import.Remarks,
        import.Error,
        JsonSerializer.Deserialize<List<ImportColumn>>(import.Columns, ContractJson.Options) ?? [],
        import.CreatedAt,
        import.CompletedAt,
        import.Unchanged,
        import.OptedOut,
        import.Consented,
        import.StartedAt,
        import.UndoneAt,
        import.UndoUntil,
        import.FileId);
}
