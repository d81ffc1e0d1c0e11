using LabsToGo.Api.Accounts.Passwords;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Errors;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Accounts;

/// <summary>What a person shows again before their way of signing in is changed, so that an open or a stolen session is not enough for that.</summary>
internal sealed class Proof(PasswordCheck check, FailedTries tries, SecondFactorCodes codes)
{
    /// <param name="code">Looked at when the account has a second factor.</param>
    /// <returns>Null when it will do; else what is said of the fields <c>password</c> and <c>code</c>.</returns>
    public async Task<ValidationProblem?> MissingAsync(User user, string password, string? code, CancellationToken cancellationToken)
    {
        if (await MissingAsync(user, password, cancellationToken) is { } problem)
            return problem;
        if (user.TwoFactorEnabled && !await codes.TakeAsync(user.Id, code ?? "", cancellationToken))
            return FieldErrors.Of("code", "This code is wrong or was used already. Wait for the next one, or use a recovery code.");
        return null;
    }

    /// <summary>The password alone. Wrong ones count as they do at the sign-in: a stolen session does not make a guesser of passwords.</summary>
    public async Task<ValidationProblem?> MissingAsync(User user, string password, CancellationToken cancellationToken)
    {
        if (tries.IsLockedOut(user))
            return FieldErrors.Of("password", "After five wrong tries the account is locked for five minutes. Please wait, then try again.");
        if (await check.IsRightAsync(user, password, cancellationToken))
            return null;
        await tries.CountAsync(user.Id, cancellationToken);
        return FieldErrors.Of("password", "This is not your present password.");
    }
}
