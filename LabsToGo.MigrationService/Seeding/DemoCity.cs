namespace LabsToGo.MigrationService.Seeding;

internal sealed record DemoCity(string Name, string State, string PostalCode, string AreaCode, string TimeZone);
