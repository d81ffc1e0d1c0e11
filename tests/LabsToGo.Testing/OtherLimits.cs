using LabsToGo.Contracts.Http;

namespace LabsToGo.Testing;

/// <summary>Other protection settings for as long as this lives.</summary>
public sealed class OtherLimits : IAsyncDisposable
{
    private const string Path = "/api/organization/protection";

    private readonly ApiClient _admin;
    private readonly ProtectionRequest _before;

    private OtherLimits(ApiClient admin, ProtectionRequest before) => (_admin, _before) = (admin, before);

    public static async Task<OtherLimits> SetAsync(ApiClient admin, Func<ProtectionRequest, ProtectionRequest> change)
    {
        var now = await admin.GetAsync<ProtectionResponse>(Path);
        var before = new ProtectionRequest(
            now.RequiresSecondFactor, now.LogOffMinutes, now.ApprovalAbove, now.MessageRetentionDays, now.AuditRetentionYears,
            now.PauseAboveFailedPercent, now.PauseAboveFilteredPercent, now.PauseAboveOptedOutPercent, now.DailyCap);
        await admin.PutAsync<ProtectionResponse>(Path, change(before));
        return new OtherLimits(admin, before);
    }

    public async ValueTask DisposeAsync() => await _admin.PutAsync<ProtectionResponse>(Path, _before);
}
