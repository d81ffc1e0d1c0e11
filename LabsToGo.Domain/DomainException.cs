namespace LabsToGo.Domain;

/// <summary>A move that the state of things does not allow. The message is for the person who tried it; the Api answers 409 with it.</summary>
public sealed class DomainException(string message) : Exception(message);
