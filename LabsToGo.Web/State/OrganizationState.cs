using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using LabsToGo.Web.Sessions;

namespace LabsToGo.Web.State;

/// <summary>The organization as this circuit last saw it: its time zone, and whether sending is stopped.</summary>
internal sealed class OrganizationState(SettingsClient settings)
{
    public event Action? Changed;

    public OrganizationResponse? Current { get; private set; }

    /// <summary>UTC while the organization is not known, or when its zone is unknown to this machine.</summary>
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>For a page that is about to be shown; where the server is away, that page tells.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Current is not null)
            return;
        try
        {
            await ReloadAsync(cancellationToken);
        }
        catch (Exception refused) when (refused is ApiException or SignedOutException)
        {
            // The page asks for its own data now, and shows why there are none, or the browser is on its way to the sign-in page.
        }
    }

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
