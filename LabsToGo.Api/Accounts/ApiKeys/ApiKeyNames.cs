using LabsToGo.Data;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.ApiKeys;

/// <summary>Where a person's name stands a key's may stand as well, and says that it is one.</summary>
internal static class ApiKeyNames
{
    public static string Of(string name) => $"{name} (API key)";

    /// <summary>Of users and keys, by their ids.</summary>
    public static async Task<Dictionary<Guid, string>> CallerNamesAsync(
        this LabsToGoDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, cancellationToken);
        if (ids.Any(id => !names.ContainsKey(id)))
        {
            foreach (var key in await db.ApiKeys.Where(key => ids.Contains(key.Id)).Select(key => new { key.Id, key.Name }).ToListAsync(cancellationToken))
                names[key.Id] = Of(key.Name);
        }
        return names;
    }
}
