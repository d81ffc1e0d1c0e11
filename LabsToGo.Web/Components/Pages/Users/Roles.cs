namespace LabsToGo.Web.Components.Pages.Users;

/// <summary>The roles in words, the least first.</summary>
internal static class Roles
{
    public static IReadOnlyList<(string Key, string Label, string Meaning)> All { get; } =
    [
        ("viewer", "Viewer", "Looks at patients and campaigns, changes nothing"),
        ("staff", "Staff", "Works with patients, writes and sends campaigns"),
        ("manager", "Manager", "Also approves large campaigns and changes settings and numbers"),
        ("admin", "Admin", "Also manages users, API keys and protection, and reads the audit log"),
        ("owner", "Owner", "May do everything, and makes other owners"),
    ];

    public static string Label(string role) => All.FirstOrDefault(known => known.Key == role).Label ?? role;
}
