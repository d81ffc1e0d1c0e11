using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>
/// A sign-in without name and password: the browser offers the passkeys that it has for us, and the one that is chosen says whose it is. It counts
/// as a second factor, and works while wrong passwords have locked the account: nobody guesses it.
/// </summary>
internal sealed partial class PasskeySignIn(
    Tenant tenant, IPasskeyHandler<User> handler, PasskeyStore passkeys, Tickets tickets, SessionOpening sessions, IHttpContextAccessor accessor,
    ILogger<PasskeySignIn> logger)
{
    public async Task<PasskeyCeremonyResponse> BeginAsync()
    {
        var asked = await handler.MakeRequestOptionsAsync(null, accessor.HttpContext!);
        return new PasskeyCeremonyResponse(
            asked.RequestOptionsJson, tickets.Seal(new PasskeyCeremony(Guid.NewGuid(), asked.AssertionState!), PasskeyCeremony.Lifetime));
    }

    /// <returns>Null when it is refused.</returns>
    public async Task<TokenResponse?> TryAsync(PasskeySignInRequest request, CancellationToken cancellationToken)
    {
        if (tickets.Open<PasskeyCeremony>(request.Ceremony) is not { } ceremony)
            return null;

        tenant.Find(TenantLookup.Accounts);
        var shown = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = accessor.HttpContext!, CredentialJson = request.Credential, AssertionState = ceremony.State });
        if (!shown.Succeeded)
        {
            PasskeyStore.ThrowIfDatabaseAway(shown.Failure);
            Log.Refused(logger, shown.Failure.Message);
            return null;
        }

        var user = shown.User;
        tenant.Use(user.OrganizationId);
        if (user.DisabledAt is not null)
        {
            await sessions.RefuseAsync(user, "disabled", cancellationToken);
            return null;
        }
        if (!await passkeys.UseAsync(user.Id, ceremony.Id, cancellationToken))
        {
            await sessions.RefuseAsync(user, "passkey answer used before", cancellationToken);
            return null;
        }
        await passkeys.SaveAsync(user, shown.Passkey, cancellationToken);
        return await sessions.OpenAsync(user, secondFactor: true, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A sign-in by passkey was refused: {Why}")]
        public static partial void Refused(ILogger logger, string why);
    }
}
