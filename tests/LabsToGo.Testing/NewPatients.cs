using LabsToGo.Contracts.Http;

namespace LabsToGo.Testing;

/// <summary>Patients of a test's own, with numbers that neither the demo's patients nor the sample's have: those all end in 555-01 and two digits.</summary>
public static class NewPatients
{
    private static int _count;

    public static Task<PatientResponse> NewPatientAsync(this ApiClient api, bool consent = true, string firstName = "Nadia", string? timeZone = null)
    {
        var number = Interlocked.Increment(ref _count) - 1;
        return api.PostAsync<PatientResponse>(
            "/api/patients",
            new PatientRequest(null, firstName, "Newcomer", $"+1802558{number:D4}", null, null, null, null, timeZone, consent));
    }

    public static Task<ConversationResponse> ConversationAsync(this ApiClient api, PatientResponse patient) =>
        api.GetAsync<ConversationResponse>($"/api/patients/{patient.Id}/messages");

    public static Task<ConversationResponse> TextAsync(this ApiClient api, PatientResponse patient, string text) =>
        api.PostAsync<ConversationResponse>($"/api/patients/{patient.Id}/messages", new TextRequest(text));

    /// <exception cref="TimeoutException">It did not come to that in time.</exception>
    public static async Task<ConversationText> WaitForTextAsync(this ApiClient api, PatientResponse patient, Func<ConversationText, bool> until)
    {
        ConversationResponse? conversation = null;
        for (var deadline = DateTime.UtcNow.AddSeconds(20); DateTime.UtcNow < deadline; await Task.Delay(100))
        {
            conversation = await api.ConversationAsync(patient);
            if (conversation.Texts.LastOrDefault(until) is { } text)
                return text;
        }
        throw new TimeoutException($"The texts are {string.Join(", ", conversation!.Texts)}");
    }
}
