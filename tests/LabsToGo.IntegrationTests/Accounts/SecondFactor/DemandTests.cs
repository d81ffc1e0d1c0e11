using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts.SecondFactor;

/// <summary>That it closes every endpoint but a few, the security tests try; here is how a person gets through it.</summary>
public sealed class DemandTests(StackFixture fixture) : SecondFactorTest(fixture)
{
    [Fact]
    public async Task Who_has_none_sets_one_up_and_is_in()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, nurse) = await admin.NewUserAsync("staff");
        using var _ = nurse;
        Assert.Equal(HttpStatusCode.OK, await nurse.StatusAsync(HttpMethod.Get, "/api/campaigns"));
        await WhileDemandedAsync(async () =>
        {
            using var refused = await nurse.SendAsync(HttpMethod.Get, "/api/campaigns");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal(ProblemTypes.SecondFactorNeeded, (await refused.Content.ReadFromJsonAsync<Problem>(TestContext.Current.CancellationToken))!.Type);
            using var anew = await ApiClient.SignInAsync(Stack.Api.Url, user.Email, NewUsers.Password);
            Assert.True((await anew.GetAsync<MeResponse>("/api/account/me")).SecondFactorNeeded);
            Assert.True((await anew.GetAsync<SecondFactorResponse>("/api/account/second-factor")).Demanded);

            var (app, _) = await Authenticator.SetUpAsync(anew);
            Assert.Equal(HttpStatusCode.OK, await anew.StatusAsync(HttpMethod.Get, "/api/campaigns"));
            Assert.False((await anew.GetAsync<MeResponse>("/api/account/me")).SecondFactorNeeded);

            await ForgetLastCodeAsync(user.Id);
            Assert.Equal(
                HttpStatusCode.Conflict,
                await anew.StatusAsync(HttpMethod.Post, "/api/account/second-factor/off", new SecondFactorProofRequest(NewUsers.Password, app.Code())));
        });
    }

    [Fact]
    public async Task Live_events_end_when_it_is_newly_demanded()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (_, nurse) = await admin.NewUserAsync("staff");
        using var _ = nurse;
        await using var events = await nurse.Http.GetStreamAsync(new Uri("/api/live", UriKind.Relative), TestContext.Current.CancellationToken);
        var buffer = new byte[8192];
        Assert.True(await events.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0);
        await WhileDemandedAsync(async () =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(10));
            while (await events.ReadAsync(buffer, patience.Token) > 0)
            {
            }
        });
    }

    [Fact]
    public async Task An_admin_takes_off_the_second_factor_of_who_has_lost_it_and_ends_their_sessions()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        using var nurse = await NurseAsync();
        Assert.True((await admin.GetAsync<List<UserResponse>>("/api/users")).Single(user => user.Id == nurse.User.Id).SecondFactor);

        Assert.False((await admin.PostAsync<UserResponse>($"/api/users/{nurse.User.Id}/reset-second-factor")).SecondFactor);
        Assert.Equal(HttpStatusCode.Unauthorized, await nurse.Client.StatusAsync(HttpMethod.Get, "/api/account/me"));
        using var again = await ApiClient.SignInAsync(Stack.Api.Url, nurse.User.Email, NewUsers.Password);
        Assert.Equal(0, (await again.GetAsync<SecondFactorResponse>("/api/account/second-factor")).RecoveryCodesLeft);
    }

    [Fact]
    public async Task Nobody_takes_off_that_of_a_role_above_theirs_nor_their_own_in_this_way()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var users = await admin.GetAsync<List<UserResponse>>("/api/users");
        foreach (var email in new[] { "owner@demo.example", "admin@demo.example" })
            Assert.Equal(
                HttpStatusCode.Conflict,
                await admin.StatusAsync(HttpMethod.Post, $"/api/users/{users.Single(user => user.Email == email).Id}/reset-second-factor"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync(HttpMethod.Post, $"/api/users/{Guid.NewGuid()}/reset-second-factor"));
    }

    [Fact]
    public async Task Each_step_stands_in_the_audit_log()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        using var nurse = await NurseAsync();
        await AnswerAsync((await ChallengeAsync(nurse)).Challenge, nurse.App.WrongCode());
        using var signedIn = await SignInAsync(nurse);
        await ForgetLastCodeAsync(nurse.User.Id);
        await nurse.Client.StatusAsync(HttpMethod.Post, "/api/account/second-factor/off", new SecondFactorProofRequest(NewUsers.Password, nurse.App.Code()));
        await admin.PostAsync<UserResponse>($"/api/users/{nurse.User.Id}/reset-second-factor");

        var own = await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(ActorId: nurse.User.Id));
        var entries = own.Items.Select(entry => $"{entry.Action} {entry.Outcome}".Trim()).ToList();
        foreach (var expected in new[]
        {
            "account.set-up-second-factor", "account.second-factor-on", "account.sign-in asked for a code", "account.sign-in denied wrong code",
            "account.sign-in", "account.second-factor-off",
        })
            Assert.Contains(expected, entries);
        var reset = await admin.PostAsync<Page<AuditEntryResponse>>(
            "/api/audit/search", new AuditSearchRequest(SubjectId: nurse.User.Id, Action: "user.reset-second-factor"));
        Assert.Single(reset.Items);
    }

    private async Task WhileDemandedAsync(Func<Task> test)
    {
        await Stack.DemandSecondFactorAsync(true);
        try
        {
            await test();
        }
        finally
        {
            await Stack.DemandSecondFactorAsync(false);
        }
    }

    private sealed record Problem(string Type);
}
