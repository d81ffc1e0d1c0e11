namespace LabsToGo.Web.Sessions;

/// <summary>Where to go after signing in: places of this site alone, or a forged link would lead a person elsewhere right after the password.</summary>
internal static class ReturnUrl
{
    public const string Home = "/dashboard";
    public const string SetUpSecondFactor = "/set-up-second-factor";

    public static string SignIn(string relative) =>
        relative.Length == 0 ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString("/" + relative)}";

    public static string Local(string? url) =>
        url is ['/', .. var rest]
        && rest is not ['/' or '\\', ..]
        && !url.Any(char.IsControl)
        && !url.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase)
            ? url
            : Home;
}
