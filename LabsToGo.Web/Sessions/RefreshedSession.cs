namespace LabsToGo.Web.Sessions;

/// <param name="ExpiresInSeconds">How long the new access token lasts.</param>
internal sealed record RefreshedSession(double ExpiresInSeconds);
