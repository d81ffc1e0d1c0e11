namespace LabsToGo.Data.Audiences;

/// <param name="Total">All patients who fit the audience.</param>
/// <param name="Reachable">Those whose consent is in force and whose number texts reach: they get the text.</param>
/// <param name="Copies">Texts that reach them: one for each number.</param>
/// <param name="OptedOut">Those who took it back. The rest never gave it, or is not reached.</param>
public readonly record struct AudienceSize(long Total, long Reachable, long Copies, long OptedOut);
