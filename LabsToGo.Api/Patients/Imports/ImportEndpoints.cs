namespace LabsToGo.Api.Patients.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this RouteGroupBuilder patients)
    {
    }
}
