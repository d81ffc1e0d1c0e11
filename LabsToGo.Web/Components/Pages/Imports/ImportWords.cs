using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Imports;

/// <summary>How far an import is, in a list and at the head of its page.</summary>
internal static class ImportWords
{
    public static (string InList, string Title) Of(ImportResponse import) => import.Status switch
    {
        ImportStatus.Waiting => ("Waiting", "The import is under way"),
        ImportStatus.InReview => ("To be checked", "Check before you import"),
        ImportStatus.Running => ("Under way", "The import is under way"),
        ImportStatus.Completed => ("Done", "The import is done"),
        ImportStatus.Undoing => ("Being undone", "The import is being undone"),
        ImportStatus.Undone => ("Undone", "The import was undone"),
        _ => import.KeptSome() ? ("Stopped part way", "The import stopped part way") : ("Refused", "The file was refused"),
    };

    /// <summary>It failed after it had begun to write.</summary>
    public static bool KeptSome(this ImportResponse import) =>
        import is { Status: ImportStatus.Failed, StartedAt: not null } && import.Added + import.Updated + import.Consented + import.OptedOut > 0;
}
