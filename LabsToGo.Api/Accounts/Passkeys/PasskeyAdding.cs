using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>A passkey is made by the browser between two requests: what it shall make, and what it has made.</summary>
internal static partial class PasskeyAdding
{
    private const int Most = 20;

    public static async Task<Results<Ok<PasskeyCeremonyResponse>, ValidationProblem>> BeginAsync(
        PasskeyBeginRequest request, HttpContext http, LabsToGoDbContext db, Proof proof, IPasskeyHandler<User> handler, Tickets tickets,
        CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == http.User.GetUserId(), cancellationToken);
        await db.RequireFirstFactorAsync(http.User, cancellationToken);
        if (await db.UserPasskeys.CountAsync(passkey => passkey.UserId == user.Id, cancellationToken) >= Most)
            throw new DomainException($"You have {Most} passkeys already. Remove one first.");
        if (await proof.MissingAsync(user, request.Password, request.Code, cancellationToken) is { } problem)
            return problem;

        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email ?? user.Name, DisplayName = user.Name }, http);
        return TypedResults.Ok(new PasskeyCeremonyResponse(
            asked.CreationOptionsJson, tickets.Seal(new Creation(user.Id, user.SecurityStamp ?? "", asked.AttestationState!), PasskeyCeremony.Lifetime)));
    }

    public static async Task<Results<Created<PasskeyResponse>, ValidationProblem>> AddAsync(
        PasskeyAddRequest request, HttpContext http, LabsToGoDbContext db, IPasskeyHandler<User> handler, PasskeyStore passkeys, Tickets tickets,
        ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == http.User.GetUserId(), cancellationToken);
        if (tickets.Open<Creation>(request.Ceremony) is not { } creation || creation.UserId != user.Id || creation.SecurityStamp != user.SecurityStamp)
            return FieldErrors.Of("ceremony", "This took too long, or the account was changed meanwhile. Begin anew.");
        var made = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = http, CredentialJson = request.Credential, AttestationState = creation.State });
        if (!made.Succeeded)
        {
            PasskeyStore.ThrowIfDatabaseAway(made.Failure);
            Log.Refused(logs.CreateLogger(typeof(PasskeyAdding)), user.Id, made.Failure.Message);
            return NotTaken();
        }

        made.Passkey.Name = request.Name.Trim();
        // By the stamp each ceremony adds one passkey.
        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        try
        {
            await passkeys.SaveAsync(user, made.Passkey, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Somebody of another organization, whose rows Identity did not see here.
            return NotTaken();
        }
        // Its user was verified by the device just now.
        var sessionId = http.User.GetSessionId();
        await db.Sessions.Where(session => session.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactor, true), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var added = made.Passkey.ToResponse();
        return TypedResults.Created($"/api/account/passkeys/{added.Id}", added);
    }

    private static ValidationProblem NotTaken() =>
        FieldErrors.Of(
            "credential",
            "The passkey was not taken. It may belong to an account already, or the device did not ask who you are. Try again, or use another device.");

    private sealed record Creation(Guid UserId, string SecurityStamp, string State);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A passkey of user {UserId} was not taken: {Why}")]
        public static partial void Refused(ILogger logger, Guid userId, string why);
    }
}
