using System.Text.RegularExpressions;

namespace LabsToGo.Api.Files;

/// <summary>What a file may be called in a store: without a dot, so that no key leads out of a folder, and none is that of something unfinished.</summary>
internal static partial class FileKeys
{
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string key) => Allowed().IsMatch(key) ? key : throw new ArgumentException($"'{key}' is no key of a file.", nameof(key));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\z")]
    private static partial Regex Allowed();
}
