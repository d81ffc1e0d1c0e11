namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>On an endpoint: answers also while the second factor that the organization demands is not set up yet.</summary>
internal sealed record OpenWithoutSecondFactor;
