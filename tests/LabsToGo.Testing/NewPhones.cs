namespace LabsToGo.Testing;

/// <summary>Numbers that nobody else in this run has: what is drawn by chance meets itself one day.</summary>
public static class NewPhones
{
    /// <summary>Above what <see cref="OwnAudience"/> gives out, and below the 555s of the demo, the sample and <see cref="NewPatients"/>.</summary>
    private static int _last = 3_000_000;

    /// <param name="areaCode">Three digits.</param>
    public static string In(string areaCode) => $"+1{areaCode}{Interlocked.Increment(ref _last)}";
}
