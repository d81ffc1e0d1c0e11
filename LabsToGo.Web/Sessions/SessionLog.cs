namespace LabsToGo.Web.Sessions;

internal static partial class SessionLog
{
    [LoggerMessage(LogLevel.Warning, "Session {SessionId} was signed out here, but the Api could not be told")]
    public static partial void NotEndedAtApi(ILogger logger, string sessionId, Exception exception);
}
