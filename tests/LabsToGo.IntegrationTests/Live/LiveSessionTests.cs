using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.IntegrationTests.Live;

public sealed class LiveSessionTests(StackFixture fixture)
{
    [Fact]
    public async Task A_sign_out_ends_what_the_session_still_reads_and_its_token_at_once()
    {
        var stop = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        using var answer = await http.PostAsJsonAsync(
            "/api/account/sign-in", new SignInRequest("viewer@demo.example", "LabsToGo-Demo-1"), ContractJson.Options, stop);
        var tokens = (await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, stop))!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        using var live = await http.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
        using var events = new StreamReader(await live.Content.ReadAsStreamAsync(stop));
        Assert.StartsWith("event: dashboard", await events.ReadLineAsync(stop), StringComparison.Ordinal);

        using var left = await http.PostAsJsonAsync("/api/account/sign-out", new RefreshRequest(tokens.RefreshToken), ContractJson.Options, stop);
        using var afterwards = await http.GetAsync(new Uri("/api/account/me", UriKind.Relative), stop);

        Assert.Equal(HttpStatusCode.Unauthorized, afterwards.StatusCode);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (await events.ReadLineAsync(patience.Token) is not null)
        {
            // What was on its way still arrives; then the stream has its end.
        }
    }
}
