namespace LabsToGo.Domain.Patients.Importing;

/// <summary>A file that can't be imported as a whole. The message is for the person who uploaded it.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
