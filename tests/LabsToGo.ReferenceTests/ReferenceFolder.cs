namespace LabsToGo.ReferenceTests;

/// <summary>The vectors beside the tests, or those of the folder that the variable <c>LABSTOGO_REFERENCE</c> names.</summary>
internal static class ReferenceFolder
{
    public static string File(string name) =>
        Path.Combine(
            Environment.GetEnvironmentVariable("LABSTOGO_REFERENCE") is { Length: > 0 } other ? other : Path.Combine(AppContext.BaseDirectory, "Reference"),
            name);
}
