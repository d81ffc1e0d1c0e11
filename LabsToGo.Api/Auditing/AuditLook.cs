using System.Net;
using LabsToGo.Api.Accounts;

namespace LabsToGo.Api.Auditing;

/// <summary>Who reads what, from where: see <see cref="Audited.OneLook"/>.</summary>
internal sealed record AuditLook(Guid ActorId, IPAddress? Address, string Action, Guid? SubjectId)
{
    public static AuditLook Of(HttpContext http, string action, Guid? subjectId) =>
        new(http.User.GetUserId(), http.Connection.RemoteIpAddress, action, subjectId);
}
