using System.Security.Cryptography;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts.SigningKeys;

/// <summary>
/// The ES256 keys of access tokens, shared by all Api processes through the database, private halves encrypted by the key ring. Each signs for
/// thirty days; the next one is published a day before it signs, and an old one until its last token has run out.
/// </summary>
internal sealed class SigningKeyRing(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(30), PublishedBefore = TimeSpan.FromDays(1), PublishedAfter = TimeSpan.FromHours(1),
    Fresh = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("LabsToGo.SigningKeys");
    private readonly SemaphoreSlim _loading = new(1, 1);
    private Loaded _loaded = new([], DateTimeOffset.MinValue);

    /// <summary>The published ones, for checking tokens. Those of a minute ago will do.</summary>
    public async Task<IReadOnlyList<ECDsaSecurityKey>> PublishedAsync(CancellationToken cancellationToken) =>
        [.. (await LoadAsync(cancellationToken)).Select(key => key.Public)];

    /// <summary>The one that signs now.</summary>
    public async Task<ECDsaSecurityKey> SigningAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await LoadAsync(cancellationToken)).Last(key => key.Stored.SignsFrom <= now).Private;
    }

    public void Dispose() => _loading.Dispose();

    private async Task<IReadOnlyList<Key>> LoadAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _loaded.At < Fresh)
            return _loaded.Keys;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            // For everybody who waits: it does not end with the one who came first.
            if (time.GetUtcNow() - _loaded.At >= Fresh)
                _loaded = await ReadAsync(CancellationToken.None);
            return _loaded.Keys;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Loaded> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>();
        await db.SigningKeys.Where(key => key.SignsUntil < now - PublishedAfter).ExecuteDeleteAsync(cancellationToken);
        var keys = await StoredAsync(db, cancellationToken);
        var until = keys.Count == 0 ? now.UtcDateTime.Date : keys[^1].SignsUntil;
        if (until - now < PublishedBefore)
        {
            await AddAsync(db, until, cancellationToken);
            keys = await StoredAsync(db, cancellationToken);
        }
        var before = _loaded.Keys.ToDictionary(key => key.Stored.Id);
        return new([.. keys.Select(stored => before.GetValueOrDefault(stored.Id) ?? Open(stored))], now);
    }

    private static Task<List<SigningKey>> StoredAsync(LabsToGoDbContext db, CancellationToken cancellationToken) =>
        db.SigningKeys.AsNoTracking().OrderBy(key => key.SignsFrom).ToListAsync(cancellationToken);

    /// <summary>Another process may add it at the same moment; the unique start leaves one of the two.</summary>
    private Task<int> AddAsync(LabsToGoDbContext db, DateTimeOffset from, CancellationToken cancellationToken)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (id, key) = (Guid.NewGuid(), _protector.Protect(pair.ExportPkcs8PrivateKey()));
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into signing_keys (id, protected_key, signs_from, signs_until) values ({id}, {key}, {from}, {from + Period})
            on conflict (signs_from) do nothing
            """,
            cancellationToken);
    }

    private Key Open(SigningKey stored)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(_protector.Unprotect(stored.ProtectedKey), out _);
        var kid = stored.Id.ToString("N");
        return new(stored, new(pair) { KeyId = kid }, new(ECDsa.Create(pair.ExportParameters(includePrivateParameters: false))) { KeyId = kid });
    }

    private sealed record Key(SigningKey Stored, ECDsaSecurityKey Private, ECDsaSecurityKey Public);

    private sealed record Loaded(IReadOnlyList<Key> Keys, DateTimeOffset At);
}
