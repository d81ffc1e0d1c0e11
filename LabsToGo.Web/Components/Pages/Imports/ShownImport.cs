using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Imports;

/// <param name="Review">Null unless it is in review, and the person may start it.</param>
public sealed record ShownImport(ImportResponse Import, ImportReviewResponse? Review);
