using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>How the caller's account is protected besides its password.</summary>
/// <param name="App">An authenticator app was set up: each sign-in asks for its code.</param>
/// <param name="Demanded">The organization lets nobody in without a second factor.</param>
public sealed record SecondFactorResponse(bool App, int RecoveryCodesLeft, int Passkeys, bool Demanded);

/// <summary>The answer 202 to a right password: who shows a code as well is signed in.</summary>
/// <param name="Challenge">To be sent back with the code; it is of no other use.</param>
public sealed record SecondFactorChallengeResponse(string Challenge, DateTimeOffset ExpiresAt);

/// <param name="Code">Of the authenticator app, or a recovery code.</param>
public sealed record SecondFactorSignInRequest(
    [property: Required, StringLength(2000)] string Challenge,
    [property: Required, StringLength(40)] string Code);

/// <param name="Code">Only when an app is set up already, which the new one replaces.</param>
public sealed record SecondFactorSetUpRequest(
    [property: Required, StringLength(256)] string Password,
    [property: StringLength(40)] string? Code = null);

/// <param name="Key">For typing it into the app.</param>
/// <param name="KeyUri">For the QR code.</param>
/// <param name="SetUp">To be sent back with the app's first code; nothing is switched on before.</param>
public sealed record SecondFactorSetUpResponse(string Key, string KeyUri, string SetUp);

public sealed record SecondFactorOnRequest(
    [property: Required, StringLength(2000)] string SetUp,
    [property: Required, StringLength(40)] string Code);

/// <summary>Shown again before the protection is taken off or changed.</summary>
/// <param name="Code">Of the authenticator app, or a recovery code.</param>
public sealed record SecondFactorProofRequest(
    [property: Required, StringLength(256)] string Password,
    [property: Required, StringLength(40)] string Code);

/// <summary>Each signs in once in place of a code. They are in this answer alone.</summary>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> Codes);
