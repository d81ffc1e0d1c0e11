using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Api.Patients.Conversations;
using LabsToGo.Api.Patients.Imports;
using LabsToGo.Api.Patients.Reaching;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Patients;

internal static class PatientEndpoints
{
    public static void MapPatients(this IEndpointRouteBuilder app)
    {
        var patients = app.MapGroup("/api/patients").WithTags("Patients");
        var read = patients.MapGroup("").RequirePermission(Permission.PatientsRead);
        read.MapPost("/search", PatientSearch.HandleAsync).Audit("patient.search");
        read.MapGet("/{id:guid}", PatientReading.GetAsync).Audit("patient.read");
        read.MapGet("/{id:guid}/consent", PatientReading.ConsentAsync).Audit("patient.read-consent");
        read.MapGet("/{id:guid}/reachability", Reachability.HandleAsync).Audit("patient.read-reachability");
        read.MapGet("/{id:guid}/messages", PatientTexts.GetAsync).Audit("patient.read-messages");

        var edit = patients.MapGroup("").RequirePermission(Permission.PatientsEdit);
        edit.MapPost("/", PatientWriting.AddAsync).Audit("patient.create").Idempotent();
        edit.MapPut("/{id:guid}", PatientWriting.ChangeAsync).Audit("patient.change");
        edit.MapPost("/{id:guid}/consent", ConsentRecording.HandleAsync).Audit("patient.record-consent").Idempotent();
        edit.MapPost("/{id:guid}/hold", HoldDeciding.HandleAsync).Audit("patient.decide-hold").Idempotent();
        edit.MapPost("/{id:guid}/try-again", TryingAgain.HandleAsync).Audit("patient.try-again");

        patients.MapPost("/{id:guid}/messages", PatientTexts.SendAsync).RequirePermission(Permission.CampaignsSend).Audit("patient.send-message").Idempotent();

        patients.MapGet("/{id:guid}/export", PatientExporting.HandleAsync).RequirePermission(Permission.PatientsExport).Audit("patient.export");
        patients.MapPost("/{id:guid}/erase", PatientErasing.HandleAsync).RequirePermission(Permission.PatientsErase).Audit("patient.erase");

        patients.MapImports();
    }
}
