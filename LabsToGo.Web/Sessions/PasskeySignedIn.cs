namespace LabsToGo.Web.Sessions;

/// <param name="Next">The page to go to.</param>
internal sealed record PasskeySignedIn(string Next);
