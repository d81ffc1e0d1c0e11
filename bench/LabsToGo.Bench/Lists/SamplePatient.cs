namespace LabsToGo.Bench.Lists;

/// <param name="FirstKey">As the database sorts it.</param>
internal sealed record SamplePatient(Guid Id, string FirstName, string LastName, string FirstKey, string LastKey, string Phone, string ExternalId);
