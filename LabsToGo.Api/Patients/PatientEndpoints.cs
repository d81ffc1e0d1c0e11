using LabsToGo.Api.Accounts;
using LabsToGo.Api.Patients.Imports;

namespace LabsToGo.Api.Patients;

internal static class PatientEndpoints
{
    public static void MapPatients(this IEndpointRouteBuilder app)
    {
        var patients = app.MapGroup("/api/patients").WithTags("Patients");
        patients.MapPost("/search", PatientSearch.HandleAsync);
        patients.MapGet("/{id:guid}", PatientReading.GetAsync);
        patients.MapGet("/{id:guid}/consent", PatientReading.ConsentAsync);
        patients.MapGet("/{id:guid}/replies", PatientReading.RepliesAsync);
        patients.MapPost("/", PatientWriting.AddAsync).RequireAuthorization(Policies.CanWrite);
        patients.MapPut("/{id:guid}", PatientWriting.ChangeAsync).RequireAuthorization(Policies.CanWrite);
        patients.MapPost("/{id:guid}/consent", ConsentRecording.HandleAsync).RequireAuthorization(Policies.CanWrite);
        patients.MapImports();
    }
}
