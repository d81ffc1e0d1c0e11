namespace LabsToGo.Api.Patients.Searching;

/// <summary>The beginnings of a person's names, as <see cref="Domain.Patients.PlainName"/> has them; which is the first name is not said.</summary>
/// <param name="Other">Null when nothing is said of the other one.</param>
internal readonly record struct NamePrefixes(string One, string? Other);
