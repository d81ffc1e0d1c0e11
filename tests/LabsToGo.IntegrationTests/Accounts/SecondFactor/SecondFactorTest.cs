using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Accounts.SecondFactor;

/// <summary>What the tests of this folder share: a nurse of their own with an authenticator app, and the two steps of a sign-in.</summary>
public abstract class SecondFactorTest(StackFixture fixture)
{
    protected Stack Stack => fixture.Stack;

    private protected async Task<Nurse> NurseAsync()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, client) = await admin.NewUserAsync("staff");
        var (app, codes) = await Authenticator.SetUpAsync(client);
        await ForgetLastCodeAsync(user.Id);
        return new Nurse(user, client, app, codes);
    }

    private protected Task<SecondFactorChallengeResponse> ChallengeAsync(Nurse nurse) => Authenticator.ChallengeAsync(Stack.Api.Url, nurse.User.Email);

    protected async Task<HttpStatusCode> AnswerAsync(string challenge, string code)
    {
        using var answer = await PostAsync("/api/account/sign-in/second-factor", new SecondFactorSignInRequest(challenge, code));
        return answer.StatusCode;
    }

    /// <summary>Signs in anew, in both steps.</summary>
    private protected async Task<ApiClient> SignInAsync(Nurse nurse)
    {
        await ForgetLastCodeAsync(nurse.User.Id);
        var challenge = await ChallengeAsync(nurse);
        using var answer = await PostAsync("/api/account/sign-in/second-factor", new SecondFactorSignInRequest(challenge.Challenge, nurse.App.Code()));
        answer.EnsureSuccessStatusCode();
        var tokens = await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options);
        return ApiClient.With(Stack.Api.Url, tokens!.AccessToken);
    }

    protected Task ForgetLastCodeAsync(Guid userId) => Stack.ForgetLastCodeAsync(userId);

    protected Task UnlockAsync(Guid userId) => ExecuteAsync($"update users set lockout_end = null, access_failed_count = 0 where id = '{userId}'");

    protected async Task ExecuteAsync(string sql)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<HttpResponseMessage> PostAsync<T>(string path, T body)
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        return await http.PostAsJsonAsync(path, body, ContractJson.Options, TestContext.Current.CancellationToken);
    }

    private protected sealed record Nurse(UserResponse User, ApiClient Client, Authenticator App, IReadOnlyList<string> RecoveryCodes) : IDisposable
    {
        public void Dispose() => Client.Dispose();
    }
}
