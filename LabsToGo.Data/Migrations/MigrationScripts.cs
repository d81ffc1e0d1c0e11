namespace LabsToGo.Data.Migrations;

/// <summary>SQL that is too long to stand in a migration.</summary>
internal static class MigrationScripts
{
    public static string Read(string name)
    {
        using var stream = typeof(MigrationScripts).Assembly.GetManifestResourceStream($"LabsToGo.Data.Migrations.{name}")
            ?? throw new InvalidOperationException($"The migration script {name} is not embedded in LabsToGo.Data.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
