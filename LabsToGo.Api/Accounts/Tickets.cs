using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LabsToGo.Api.Accounts;

/// <summary>
/// Short-lived notes that a caller carries for us from one request to the next, encrypted: nobody else reads, makes or alters one. Each kind of
/// note is sealed for its own purpose, so that none stands in for another.
/// </summary>
internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider time)
{
    public string Seal<T>(T note, TimeSpan lifetime) =>
        Protector<T>().Protect(JsonSerializer.Serialize(new Sealed<T>(note, time.GetUtcNow() + lifetime)));

    /// <returns>Null when it has run out, was altered, or is none of ours.</returns>
    public T? Open<T>(string ticket)
        where T : class
    {
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed<T>>(Protector<T>().Unprotect(ticket));
            return opened?.ExpiresAt > time.GetUtcNow() ? opened.Note : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector<T>() => protection.CreateProtector("LabsToGo.Tickets", typeof(T).Name);

    private sealed record Sealed<T>(T Note, DateTimeOffset ExpiresAt);
}
