using LabsToGo.Api.Patients.Conversations;
using LabsToGo.Api.Patients.Imports;

namespace LabsToGo.Api.Patients;

internal static class PatientSetup
{
    public static void AddPatients(this IServiceCollection services)
    {
        services.AddScoped<PatientImporter>();
        services.AddScoped<DirectTexts>();
        services.AddScoped<ConversationReader>();
    }
}
