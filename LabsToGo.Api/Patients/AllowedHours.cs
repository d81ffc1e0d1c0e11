using LabsToGo.Data;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class AllowedHours
{
    /// <summary>When a text to the patient may leave: by the database's clock and its own rule; infinity when no moment is ever allowed.</summary>
    public static Task<DateTimeOffset> NextAllowedAsync(this LabsToGoDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Database
            .SqlQuery<DateTimeOffset>($"""
                select next_allowed(now(), p.time_zone, o.opens, o.closes) as "Value"
                from patients p
                join organizations o on o.id = p.organization_id
                where p.id = {patientId}
                """)
            .SingleAsync(cancellationToken);
}
