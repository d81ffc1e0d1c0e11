using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Api.Patients.Imports.Reviewing;
using LabsToGo.Api.Patients.Imports.Undoing;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportEndpoints
{
    /// <summary>What the Web takes as well: some ten million patients.</summary>
    private const long LargestFile = 1L << 30;

    public static void MapImports(this RouteGroupBuilder patients)
    {
        var imports = patients.MapGroup("/imports").WithTags("Imports");
        var read = imports.MapGroup("").RequirePermission(Permission.PatientsRead);
        read.MapGet("/", ImportReading.ListAsync);
        read.MapGet("/{id:guid}", ImportReading.GetAsync);
        read.MapGet("/{id:guid}/errors", ImportReading.ErrorsAsync).Audit("import.read-errors");
        read.MapGet("/{id:guid}/errors.csv", ImportErrorFile.HandleAsync).Audit("import.export-errors");

        read.MapGet("/{id:guid}/undo", ImportUndoing.PreviewAsync).Audit("import.read-undo");

        var write = imports.MapGroup("").RequirePermission(Permission.PatientsImport);
        write.MapPost("/", ImportWriting.CreateAsync).Audit("import.create").Idempotent();
        write.MapPost("/{id:guid}/start", ImportWriting.StartAsync).Audit("import.start");
        write.MapDelete("/{id:guid}", ImportWriting.DiscardAsync).Audit("import.discard");
        write.MapGet("/{id:guid}/rejected.csv", RejectedRowsFile.HandleAsync).Audit("import.export-rejected");
        write.MapGet("/{id:guid}/review", ReviewReading.GetAsync).Audit("import.review");
        write.MapPut("/{id:guid}/columns", ReviewWriting.ChooseColumnsAsync).Audit("import.choose-columns");
        // The file goes into the store as it arrives; its size is bounded by patience alone.
        write.MapPut("/{id:guid}/file", ImportWriting.UploadAsync).Audit("import.upload").WithMetadata(new RequestSizeLimitAttribute(LargestFile));
        write.MapPost("/{id:guid}/undo", ImportUndoing.UndoAsync).Audit("import.undo");
    }
}
