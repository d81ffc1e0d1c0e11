using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.State;

/// <summary>The organization as this circuit last saw it: its time zone, and whether sending is stopped.</summary>
internal sealed class OrganizationState(SettingsClient settings)
{
    public event Action? Changed;

    public OrganizationResponse? Current { get; private set; }

    /// <summary>UTC until the organization is known, or when its zone is unknown to this machine.</summary>
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Set(await settings.OrganizationAsync(cancellationToken));

    public void Set(OrganizationResponse organization)
    {
        Current = organization;
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(organization.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        Changed?.Invoke();
    }

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);
}
