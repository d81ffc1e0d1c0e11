namespace LabsToGo.Testing;

/// <summary>
/// Each run takes a few of what there is to try, at random, so many short ones see more than they would alone; <c>./test.sh … --full</c> tries all.
/// </summary>
public static class Thoroughness
{
    public static readonly bool Full = Environment.GetEnvironmentVariable("LABSTOGO_FULL") is not null;
}
