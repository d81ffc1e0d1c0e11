namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What the file of rejected rows has beside the columns of the file from which they come. It is passed over when the rows come again.</summary>
public static class RejectColumns
{
    public const string Line = "Line in the file", Reason = "Why it was rejected";

    public static bool Is(string header) => header is Line or Reason;
}
