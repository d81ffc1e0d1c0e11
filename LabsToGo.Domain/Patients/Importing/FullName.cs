namespace LabsToGo.Domain.Patients.Importing;

/// <summary>A name that stands in one column.</summary>
public static class FullName
{
    /// <summary>"Smith, Jo" has the last name first; otherwise the last word is the last name.</summary>
    public static (string First, string Last) Split(string full)
    {
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
            return (CellText.CleanName(full[(comma + 1)..]), CellText.CleanName(full[..comma]));
        var space = full.LastIndexOf(' ');
        return space < 0 ? (full, "") : (full[..space].TrimEnd(), full[(space + 1)..]);
    }
}
