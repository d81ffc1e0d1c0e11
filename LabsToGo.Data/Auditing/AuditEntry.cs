using System.Net;

namespace LabsToGo.Data.Auditing;

/// <summary>
/// Who did what to which record, when, from where. Rows are only ever added, by <see cref="AuditWriting"/>: the Api's role may do nothing
/// else, and each row carries a hash over itself and the row before it, so that one that is changed or missing shows. Names and numbers of
/// patients are not in it; ids are.
/// </summary>
public sealed class AuditEntry
{
    public Guid OrganizationId { get; private set; }

    /// <summary>1, 2, 3 … within the organization, without gaps; given by the database.</summary>
    public long Number { get; private set; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>A user's id, or an API key's; null when nobody is known, as for a wrong password.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The staff member's name, or the key's, as it was then.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Such as <c>patient.read</c>, <c>campaign.start</c>.</summary>
    public string Action { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    /// <summary>Empty: done. Else how it ended, such as <c>refused 403</c>.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The caller's.</summary>
    public IPAddress? Address { get; private set; }

    /// <summary>Of the request, as in logs and traces.</summary>
    public string TraceId { get; private set; } = "";

    /// <summary>SHA-256 over this row and the previous one's hash; given by the database.</summary>
    public byte[] Hash { get; private set; } = [];
}
