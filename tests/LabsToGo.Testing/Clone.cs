namespace LabsToGo.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Clone
{
    public static string Folder { get; } = Find();

    /// <summary>Debug or Release: the services of the same build are run.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Service(string project) => Path.Combine(Folder, project, "bin", Configuration, "net10.0", project + ".dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LabsToGo.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("LabsToGo.sln was not found above the tests.");
    }
}
