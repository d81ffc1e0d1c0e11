using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>What every way of signing in ends with: a session and its tokens, or a refusal, and either in the audit log.</summary>
internal sealed partial class SessionOpening(
    LabsToGoDbContext db, TokenIssuer tokens, AuditLog audit, IHttpContextAccessor http, TimeProvider time, ILogger<SessionOpening> logger)
{
    public async Task<TokenResponse> OpenAsync(User user, bool secondFactor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        var answer = await tokens.OpenAsync(user, secondFactor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await AuditAsync(user, "", cancellationToken);
        return answer;
    }

    /// <param name="why">A word or two; never what was typed.</param>
    public Task RefuseAsync(User user, string why, CancellationToken cancellationToken)
    {
        Log.Refused(logger, user.Id, why);
        return AuditAsync(user, $"denied {why}", cancellationToken);
    }

    /// <summary>The password was right, and a code is asked for: somebody knows the password, which may matter later.</summary>
    public Task AskForCodeAsync(User user, CancellationToken cancellationToken) => AuditAsync(user, "asked for a code", cancellationToken);

    private Task AuditAsync(User user, string outcome, CancellationToken cancellationToken) =>
        audit.WriteAsync(http.HttpContext!, user.OrganizationId, user.Id, user.Name, "account.sign-in", user.Id, outcome, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The sign-in of user {UserId} was refused: {Why}")]
        public static partial void Refused(ILogger logger, Guid userId, string why);
    }
}
