namespace LabsToGo.Data.Audiences;

/// <param name="Total">All patients who fit the audience.</param>
/// <param name="Reachable">Those whose consent is in force: they get the text.</param>
/// <param name="OptedOut">Those who took it back. Of the rest nothing is known.</param>
public readonly record struct AudienceSize(long Total, long Reachable, long OptedOut);
