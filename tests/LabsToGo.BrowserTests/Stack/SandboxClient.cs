using System.Net.Http.Json;
using System.Text.Json;

namespace LabsToGo.BrowserTests.Stack;

/// <summary>What the sandbox's own page asks for and does.</summary>
public sealed class SandboxClient(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url };

    /// <summary>A phone's texts, in their order.</summary>
    public async Task<IReadOnlyList<PhoneText>> ConversationAsync(string phone)
    {
        using var answer = await _http.PostAsJsonAsync("/sandbox/phones/conversation", new { phone });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<IReadOnlyList<PhoneText>>())!;
    }

    /// <summary>The latest of each phone.</summary>
    public async Task<IReadOnlyList<PhoneText>> LatestAsync()
    {
        using var answer = await _http.PostAsJsonAsync("/sandbox/phones/search", new { digits = "" });
        return (await answer.Content.ReadFromJsonAsync<IReadOnlyList<PhoneText>>())!;
    }

    public async Task ReplyAsync(string phone, string sender, string body)
    {
        using var answer = await _http.PostAsJsonAsync("/sandbox/phones/reply", new { phone, sender, body });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>By the names of the sandbox's switches; none makes it behave.</summary>
    public async Task SwitchAsync(object faults)
    {
        using var answer = await _http.PutAsJsonAsync("/sandbox/faults", faults);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>As they stand, by the same names.</summary>
    public async Task<JsonElement> SwitchesAsync() => await _http.GetFromJsonAsync<JsonElement>("/sandbox/faults");

    public async Task<ReceivedTexts> ReceivedAsync() => (await _http.GetFromJsonAsync<ReceivedTexts>("/sandbox/received"))!;

    public async Task ForgetAsync()
    {
        using var answer = await _http.DeleteAsync(new Uri("/sandbox/received", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
