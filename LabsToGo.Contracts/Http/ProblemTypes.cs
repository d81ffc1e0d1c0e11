namespace LabsToGo.Contracts.Http;

/// <summary>The <c>type</c> (RFC 9457) of refusals that a program acts upon.</summary>
public static class ProblemTypes
{
    /// <summary>401: the session is over because nobody used it for longer than the organization allows.</summary>
    public const string LeftAlone = "urn:labstogo:left-alone";

    /// <summary>403: the organization demands a second factor, and this session was opened without one. The endpoints that set one up answer.</summary>
    public const string SecondFactorNeeded = "urn:labstogo:second-factor-needed";
}
