using LabsToGo.Api.Patients.Conversations;
using LabsToGo.Api.Patients.Imports;
using LabsToGo.Api.Patients.Imports.Reviewing;

namespace LabsToGo.Api.Patients;

internal static class PatientSetup
{
    public static void AddPatients(this IServiceCollection services)
    {
        services.AddScoped<ImportRunner>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<ImportLayouts>();
        services.AddScoped<PatientImporter>();
        services.AddScoped<ImportReview>();
        services.AddScoped<DirectTexts>();
        services.AddScoped<ConversationReader>();
    }
}
