namespace LabsToGo.Web.Sessions;

/// <param name="Challenge">To be answered with a code; null when the person is in.</param>
/// <param name="SecondFactorNeeded">One has to be set up before anything else.</param>
internal sealed record SignInAnswer(string? Challenge = null, bool SecondFactorNeeded = false)
{
    /// <summary>Where a person who is in goes.</summary>
    public string Next(string? returnUrl) => SecondFactorNeeded ? ReturnUrl.SetUpSecondFactor : ReturnUrl.Local(returnUrl);
}
