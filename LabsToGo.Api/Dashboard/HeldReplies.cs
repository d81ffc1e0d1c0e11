using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Dashboard;

internal static class HeldReplies
{
    private const int Most = 20;

    private static readonly string Hold = ReplyIntent.Hold.Stored();

    /// <summary>
    /// Of numbers that a patient has; one of them, where several share it. Rides on <c>consent_events (organization_id, id) where kind = 'held'</c>.
    /// </summary>
    public static Task<List<HeldReply>> HeldRepliesAsync(this LabsToGoDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.ConsentEvents
            .Where(line => line.OrganizationId == organizationId && line.Kind == ConsentKind.Held && !db.ConsentEvents.Any(
                later => later.OrganizationId == organizationId && later.Phone == line.Phone && later.Id > line.Id))
            .OrderBy(line => line.Id)
            .SelectMany(
                line => db.Patients.Where(patient => patient.OrganizationId == organizationId && patient.Phone == line.Phone)
                    .OrderBy(patient => patient.Id).Take(1),
                (line, patient) => new HeldReply(
                    patient.Id,
                    (patient.FirstName + " " + patient.LastName).Trim(),
                    db.Replies.Where(reply => reply.OrganizationId == organizationId && reply.Phone == line.Phone && reply.Intent == Hold)
                        .OrderByDescending(reply => reply.Id).Select(reply => reply.Body).FirstOrDefault() ?? "",
                    line.OccurredAt))
            .Take(Most)
            .ToListAsync(cancellationToken);
}
