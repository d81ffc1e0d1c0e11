using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>A passkey of the caller's.</summary>
/// <param name="Id">The credential's id, base64url.</param>
/// <param name="Synced">Kept by a password manager on more than one device; else it is gone with its device.</param>
public sealed record PasskeyResponse(string Id, string Name, DateTimeOffset CreatedAt, bool Synced);

/// <summary>What a browser's <c>navigator.credentials</c> is asked (WebAuthn).</summary>
/// <param name="Options">JSON, for <c>parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
/// <param name="Ceremony">To be sent back with the browser's answer, within five minutes; of use once.</param>
public sealed record PasskeyCeremonyResponse(string Options, string Ceremony);

/// <param name="Code">When an authenticator app is set up: its code, or a recovery code.</param>
public sealed record PasskeyBeginRequest(
    [property: Required, StringLength(256)] string Password,
    [property: StringLength(40)] string? Code = null);

/// <param name="Credential">The browser's answer, as JSON.</param>
public sealed record PasskeyAddRequest(
    [property: Required, StringLength(4000)] string Ceremony,
    [property: Required, StringLength(20_000)] string Credential,
    [property: Required, StringLength(60)] string Name);

public sealed record PasskeyRenameRequest([property: Required, StringLength(60)] string Name);

/// <inheritdoc cref="PasskeyBeginRequest"/>
public sealed record PasskeyRemoveRequest(
    [property: Required, StringLength(256)] string Password,
    [property: StringLength(40)] string? Code = null);

/// <inheritdoc cref="PasskeyAddRequest"/>
public sealed record PasskeySignInRequest(
    [property: Required, StringLength(4000)] string Ceremony,
    [property: Required, StringLength(20_000)] string Credential);
