namespace LabsToGo.SecurityTests;

/// <summary>
/// Each run takes a few at random of what there is to try, so many short ones see more than they would alone; <c>./test.sh security --full</c> tries all.
/// </summary>
internal static class Thoroughness
{
    public static readonly bool Full = Environment.GetEnvironmentVariable("LABSTOGO_FULL") is not null;
}
