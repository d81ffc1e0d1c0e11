using System.ComponentModel.DataAnnotations;
using LabsToGo.Api.Files.S3;

namespace LabsToGo.Api.Files;

/// <summary>Section <c>Files</c>: where kept files lie, and for how long.</summary>
internal sealed class FileStoreOptions : IValidatableObject
{
    public const string Section = "Files";

    private static readonly TimeSpan ShortestKept = TimeSpan.FromHours(1), LongestKept = TimeSpan.FromDays(365);

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100), LongestInterval = TimeSpan.FromDays(1);

    /// <summary>A folder of this machine, or one that all Api processes share.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Instead of a folder.</summary>
    public S3Options S3 { get; set; } = new();

    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often it is looked for files whose time is over.</summary>
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>All faults at once: annotations would be told first, and alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Place() is { } place)
            yield return new(place);
        if (Kept < ShortestKept || Kept > LongestKept)
            yield return new("The setting Files:Kept must be between one hour and 365 days, such as 7.00:00:00.");
        if (ExpiryInterval < ShortestInterval || ExpiryInterval > LongestInterval)
            yield return new("The setting Files:ExpiryInterval must be between a tenth of a second and one day, such as 00:02:00.");
    }

    /// <returns>What is wrong with where they lie; null when nothing is.</returns>
    private string? Place()
    {
        if (S3.IsOn)
            return Folder.Length == 0 ? S3.Problem() : "The settings Files:Folder and Files:S3:Bucket exclude each other: set one of them.";
        if (Folder.Length == 0)
            return "The setting Files:Folder is missing. Set the environment variable Files__Folder to the folder in which uploaded files are kept, or " +
                "Files__S3__Bucket to a bucket. ./run.sh, which starts the whole stack, sets it.";
        return Path.IsPathFullyQualified(Folder)
            ? FolderFiles.Problem(Folder)
            : $"The setting Files:Folder must be a whole path, from the root on; it is {Folder}.";
    }
}
