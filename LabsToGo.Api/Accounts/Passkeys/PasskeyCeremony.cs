namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>What we have to know again when the browser answers at a sign-in.</summary>
/// <param name="State">Identity's own: the challenge.</param>
internal sealed record PasskeyCeremony(Guid Id, string State)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
}
