namespace LabsToGo.Web.Sessions;

/// <summary>A word from the end of a session to the sign-in page: nobody used it any more.</summary>
internal static class LeftAlone
{
    private const string Cookie = "labstogo-left-alone";

    public static void Tell(HttpContext context) => context.Response.Cookies.Append(Cookie, "1", Options(context));

    public static bool WasTold(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = "/sign-in",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(10),
    };
}
