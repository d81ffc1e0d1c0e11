using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts.Passkeys;

/// <summary>What the tests of this folder share: a nurse with a passkey, and the two halves of a sign-in.</summary>
public abstract class PasskeyTest(StackFixture fixture)
{
    protected const string SignInPath = "/api/account/sign-in/passkey";

    protected Stack Stack => fixture.Stack;

    protected async Task<(UserResponse User, ApiClient Client)> NurseAsync()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        return await admin.NewUserAsync("staff");
    }

    protected static Task<PasskeyCeremonyResponse> BeginAsync(ApiClient client) =>
        client.PostAsync<PasskeyCeremonyResponse>("/api/account/passkeys/options", new PasskeyBeginRequest(NewUsers.Password));

    protected static async Task<PasskeyResponse> AddAsync(ApiClient client, SoftPasskey passkey, string name = "My laptop")
    {
        var asked = await BeginAsync(client);
        return await client.PostAsync<PasskeyResponse>("/api/account/passkeys", new PasskeyAddRequest(asked.Ceremony, passkey.Make(asked.Options), name));
    }

    /// <summary>Somebody's whose sign-in nobody knows yet.</summary>
    protected async Task<PasskeyCeremonyResponse> AskAsync()
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var answer = await http.PostAsync(new Uri(SignInPath + "/options", UriKind.Relative), null, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<PasskeyCeremonyResponse>(ContractJson.Options, TestContext.Current.CancellationToken))!;
    }

    protected async Task<HttpStatusCode> ShowAsync(SoftPasskey passkey) => await ShowAsync(await AskAsync(), passkey);

    protected Task<HttpStatusCode> ShowAsync(PasskeyCeremonyResponse asked, SoftPasskey passkey) => SignInAsync(asked.Ceremony, passkey.Show(asked.Options));

    protected async Task<HttpStatusCode> SignInAsync(string ceremony, string credential)
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var answer = await http.PostAsJsonAsync(
            SignInPath, new PasskeySignInRequest(ceremony, credential), ContractJson.Options, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    protected async Task<ApiClient> SignInAsync(SoftPasskey passkey)
    {
        var asked = await AskAsync();
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var answer = await http.PostAsJsonAsync(
            SignInPath, new PasskeySignInRequest(asked.Ceremony, passkey.Show(asked.Options)), ContractJson.Options, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return ApiClient.With(
            Stack.Api.Url, (await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, TestContext.Current.CancellationToken))!.AccessToken);
    }
}
