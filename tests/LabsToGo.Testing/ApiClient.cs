using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Testing;

/// <summary>Calls the Api as a signed-in person, or as a program.</summary>
public sealed class ApiClient : IDisposable
{
    private const string Template = "Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.";

    private ApiClient(HttpClient http) => Http = http;

    public HttpClient Http { get; }

    public static async Task<ApiClient> SignInAsync(Uri api, string email, string password)
    {
        using var http = new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromMinutes(2) };
        using var answer = await http.PostAsJsonAsync("/api/account/sign-in", new SignInRequest(email, password), ContractJson.Options);
        answer.EnsureSuccessStatusCode();
        var tokens = await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options);
        return With(api, tokens!.AccessToken);
    }

    /// <summary>Calls the Api as a program does, with a key or a token.</summary>
    public static ApiClient With(Uri api, string bearer)
    {
        var http = new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return new ApiClient(http);
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(path, ContractJson.Options))!;

    /// <exception cref="HttpRequestException">Refused; the message holds the answer.</exception>
    public async Task<T> PostAsync<T>(string path, object? body = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body);
        return await ReadAsync<T>(answer);
    }

    public async Task<T> PutAsync<T>(string path, object body)
    {
        using var answer = await SendAsync(HttpMethod.Put, path, body);
        return await ReadAsync<T>(answer);
    }

    /// <summary>The bare answer, for what is meant to be refused.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        Http.SendAsync(
            new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: ContractJson.Options) });

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        return answer.StatusCode;
    }

    public Task<ImportResponse> ImportAsync(byte[] file, bool consentGiven = true) =>
        UploadAsync(new CreateImportRequest("patients.csv", consentGiven), file);

    public Task<ImportResponse> UploadForReviewAsync(string file) =>
        UploadAsync(new CreateImportRequest("patients.csv", ConsentGiven: true, Review: true), System.Text.Encoding.UTF8.GetBytes(file));

    private async Task<ImportResponse> UploadAsync(CreateImportRequest request, byte[] file)
    {
        var import = await PostAsync<ImportResponse>("/api/patients/imports", request);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await Http.PutAsync(new Uri($"/api/patients/imports/{import.Id}/file", UriKind.Relative), content);
        return await ReadAsync<ImportResponse>(answer);
    }

    public Task<CampaignResponse> DraftCampaignAsync(AudienceFilter audience, string template = Template, string name = "Test") =>
        PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest(name, template, audience));

    public async Task<CampaignResponse> StartCampaignAsync(AudienceFilter audience, string template = Template, string name = "Test")
    {
        var campaign = await DraftCampaignAsync(audience, template, name);
        return await PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/start");
    }

    /// <exception cref="TimeoutException">It did not come to that in time; the message says how far it came.</exception>
    public async Task<CampaignResponse> WaitForCampaignAsync(Guid id, Func<CampaignResponse, bool> until, TimeSpan? patience = null)
    {
        CampaignResponse? campaign = null;
        for (var deadline = DateTime.UtcNow + (patience ?? TimeSpan.FromSeconds(60)); DateTime.UtcNow < deadline; await Task.Delay(200))
        {
            try
            {
                campaign = await GetAsync<CampaignResponse>($"/api/campaigns/{id}");
            }
            catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                // Somebody is just breaking the database.
                continue;
            }
            if (until(campaign))
                return campaign;
        }
        throw new TimeoutException($"The campaign stands at {campaign?.Progress}");
    }

    public Task<CampaignResponse> WaitForEndAsync(Guid id, TimeSpan? patience = null) =>
        WaitForCampaignAsync(id, campaign => campaign.Status is CampaignStatus.Completed, patience);

    public void Dispose() => Http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<T>(ContractJson.Options))!
            : throw new HttpRequestException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
}
