using LabsToGo.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Auditing;

/// <summary>
/// A period of the audit log by its numbers, too: entries are numbered as they are written, and by the condition on the time alone Postgres would read the log
/// from its end to there.
/// </summary>
internal static class AuditPeriod
{
    /// <summary>The clock may have stepped back, but by no hour.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <param name="all">The log without any other condition.</param>
    public static async Task<IQueryable<AuditEntry>> SinceAsync(
        this IQueryable<AuditEntry> entries, IQueryable<AuditEntry> all, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var early = from - DateTimeOffset.MinValue < Slack ? from : from - Slack;
        var first = await all.Where(entry => entry.At >= early).OrderBy(entry => entry.At).Select(entry => (long?)entry.Number)
            .FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;
        return entries.Where(entry => entry.At >= from && entry.Number >= first);
    }

    /// <param name="all">The log without any other condition.</param>
    public static async Task<IQueryable<AuditEntry>> BeforeAsync(
        this IQueryable<AuditEntry> entries, IQueryable<AuditEntry> all, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var late = DateTimeOffset.MaxValue - until < Slack ? until : until + Slack;
        var last = await all.Where(entry => entry.At < late).OrderByDescending(entry => entry.At).Select(entry => (long?)entry.Number)
            .FirstOrDefaultAsync(cancellationToken) ?? -1;
        return entries.Where(entry => entry.At < until && entry.Number <= last);
    }
}
