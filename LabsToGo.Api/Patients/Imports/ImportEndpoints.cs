using LabsToGo.Api.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this RouteGroupBuilder patients)
    {
        var imports = patients.MapGroup("/imports").WithTags("Imports");
        imports.MapGet("/", ImportReading.ListAsync);
        imports.MapGet("/{id:guid}", ImportReading.GetAsync);
        imports.MapGet("/{id:guid}/errors", ImportReading.ErrorsAsync);
        imports.MapGet("/{id:guid}/errors.csv", ImportErrorFile.HandleAsync);
        imports.MapPost("/", ImportWriting.CreateAsync).RequireAuthorization(Policies.CanWrite);
        // The file is taken in as it arrives, so that no size is too large.
        imports.MapPut("/{id:guid}/file", ImportWriting.UploadAsync).RequireAuthorization(Policies.CanWrite).WithMetadata(new DisableRequestSizeLimitAttribute());
    }
}
