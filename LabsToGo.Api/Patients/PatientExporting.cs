using System.Security.Claims;
using System.Text.Json;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

/// <summary>A patient's right of access (45 CFR 164.524): all that is held of them, in one file.</summary>
internal static class PatientExporting
{
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    public static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        Guid id, ClaimsPrincipal caller, HttpResponse response, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Patients.AsNoTracking().Where(patient => patient.Id == id).AsShown(db).SingleOrDefaultAsync(cancellationToken) is not { } row)
            return TypedResults.NotFound();
        var export = new PatientExport(
            time.GetUtcNow(),
            caller.GetName(),
            await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken),
            row.ToResponse(),
            await ConsentsAsync(row.Patient, db, cancellationToken),
            await MessagesAsync(row.Patient, db, cancellationToken),
            await RepliesAsync(row.Patient, db, cancellationToken),
            await AccessAsync(id, db, cancellationToken));
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(export, Indented), "application/json; charset=utf-8", $"patient-{id:N}.json");
    }

    /// <summary>Of the present number, and of earlier ones what was recorded for this patient.</summary>
    private static async Task<IReadOnlyList<ExportedConsent>> ConsentsAsync(Patient patient, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var lines = await db.ConsentEvents.AsNoTracking()
            .Where(
                line => line.OrganizationId == patient.OrganizationId && (line.PatientId == patient.Id || (patient.Phone != "" && line.Phone == patient.Phone)))
            .OrderBy(line => line.Id)
            .ToListAsync(cancellationToken);
        return lines.ConvertAll(
            line => new ExportedConsent(line.Phone, ((ConsentKind?)line.Kind).State(), line.Source.Stored(), line.WordingVersion, line.Note, line.OccurredAt));
    }

    /// <summary>By the campaigns to an audience and those to this patient: in each one look by <c>messages (campaign_id, patient_id)</c>.</summary>
    private static async Task<IReadOnlyList<ExportedMessage>> MessagesAsync(Patient patient, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Campaigns.AsNoTracking()
            .Where(campaign => campaign.OrganizationId == patient.OrganizationId && (campaign.Kind == CampaignKind.Bulk || campaign.PatientId == patient.Id))
            .Join(
                db.Messages.AsNoTracking().Where(message => message.PatientId == patient.Id), campaign => campaign.Id, message => message.CampaignId,
                (campaign, message) => new { campaign.Name, Message = message })
            .OrderBy(row => row.Message.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ExportedMessage(
            row.Message.Id,
            row.Name,
            row.Message.Phone,
            row.Message.Body,
            row.Message.Status.Stored(),
            row.Message.Reason is { } reason ? SkipReasons.InWords(reason) : null,
            row.Message.CreatedAt,
            row.Message.UpdatedAt,
            row.Message.RedactedAt,
            JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(row.Message.History) ?? []));
    }

    private static Task<List<ExportedReply>> RepliesAsync(Patient patient, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        db.Replies.AsNoTracking()
            .Where(reply => reply.OrganizationId == patient.OrganizationId && reply.PatientId == patient.Id)
            .OrderBy(reply => reply.Id)
            .Select(reply => new ExportedReply(reply.Id, reply.Phone, reply.Body, reply.Intent, reply.ReceivedAt, reply.RedactedAt))
            .ToListAsync(cancellationToken);

    private static Task<List<ExportedAccess>> AccessAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        db.AuditEntries.AsNoTracking()
            .Where(entry => entry.SubjectId == id)
            .OrderBy(entry => entry.Number)
            .Select(entry => new ExportedAccess(entry.At, entry.Actor, entry.Action, entry.Outcome))
            .ToListAsync(cancellationToken);
}
