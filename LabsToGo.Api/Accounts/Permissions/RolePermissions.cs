using System.Collections.Frozen;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Accounts;

namespace LabsToGo.Api.Accounts.Permissions;

/// <summary>Who may do what: the one place that says it. docs/security.md shows it as a table, and a test compares the two.</summary>
internal static class RolePermissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<string>> OfRole = Build(
        (Role.Viewer, [Permission.PatientsRead, Permission.CampaignsRead, Permission.QueueRead, Permission.SettingsRead]),
        (Role.Staff,
        [
            Permission.PatientsEdit, Permission.PatientsImport, Permission.CampaignsEdit, Permission.CampaignsSend, Permission.CampaignsStop,
            Permission.MessagesDecide, Permission.QueueRequeue,
        ]),
        (Role.Manager,
        [
            Permission.PatientsExport, Permission.CampaignsApprove, Permission.SettingsEdit, Permission.SendingResume, Permission.UsersRead,
        ]),
        (Role.Admin, [Permission.PatientsErase, Permission.ProtectionEdit, Permission.UsersManage, Permission.ApiKeysManage, Permission.AuditRead]),
        (Role.Owner, [Permission.OwnersManage]));

    public static IReadOnlySet<string> Of(Role role) => OfRole[role];

    public static bool May(this Role role, string permission) => OfRole[role].Contains(permission);

    private static FrozenDictionary<Role, FrozenSet<string>> Build(params ReadOnlySpan<(Role Role, string[] Adds)> steps)
    {
        var roles = new Dictionary<Role, FrozenSet<string>>();
        string[] sofar = [];
        foreach (var (role, adds) in steps)
            roles[role] = (sofar = [.. sofar, .. adds]).ToFrozenSet();
        return roles.ToFrozenDictionary();
    }
}
