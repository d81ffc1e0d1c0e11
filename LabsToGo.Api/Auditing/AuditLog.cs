using System.Diagnostics;
using LabsToGo.Api.Accounts;
using LabsToGo.Data.Auditing;
using Npgsql;

namespace LabsToGo.Api.Auditing;

/// <summary>Writes to the audit log, on a connection of its own: the request's may be in the middle of something, or of a transaction that is undone.</summary>
internal sealed class AuditLog(NpgsqlDataSource database)
{
    /// <summary>What the request's caller did.</summary>
    public Task WriteAsync(HttpContext http, string action, Guid? subjectId, string outcome, CancellationToken cancellationToken) =>
        WriteAsync(http, http.User.GetOrganizationId(), http.User.GetUserId(), http.User.GetName(), action, subjectId, outcome, cancellationToken);

    /// <summary>What somebody did who is not, or not yet, the request's caller, as at a sign-in.</summary>
    public async Task WriteAsync(
        HttpContext http, Guid organizationId, Guid? actorId, string actor, string action, Guid? subjectId, string outcome, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.WriteAuditEntryAsync(
            organizationId, actorId, actor, action, subjectId, outcome,
            http.Connection.RemoteIpAddress, Activity.Current?.TraceId.ToString() ?? "", cancellationToken);
    }
}
