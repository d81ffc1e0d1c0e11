namespace LabsToGo.Contracts.Http;

public static class RequestHeaders
{
    /// <summary>
    /// On requests that are no sign of a person, such as a page's timers: they keep no session from being left alone. Who sends it tells of
    /// use by <c>POST /api/account/active</c>.
    /// </summary>
    public const string Passive = "LabsToGo-Passive";
}
