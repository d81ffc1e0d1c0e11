using System.Net;
using System.Text.Json.Nodes;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabsToGo.IntegrationTests.Accounts.SecondFactor;

public sealed class ChallengeTests(StackFixture fixture) : SecondFactorTest(fixture)
{
    [Fact]
    public async Task A_right_password_alone_opens_nothing()
    {
        using var nurse = await NurseAsync();
        using var answer = await PostAsync("/api/account/sign-in", new SignInRequest(nurse.User.Email, NewUsers.Password));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var challenge = JsonNode.Parse(text)!["challenge"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.DoesNotContain("token", text, StringComparison.OrdinalIgnoreCase);
        using var asToken = ApiClient.With(Stack.Api.Url, challenge);
        Assert.Equal(HttpStatusCode.Unauthorized, await asToken.StatusAsync(HttpMethod.Get, "/api/account/me"));
        using var asRefresh = await PostAsync("/api/account/refresh", new RefreshRequest(challenge[..Math.Min(256, challenge.Length)]));
        Assert.Equal(HttpStatusCode.Unauthorized, asRefresh.StatusCode);
    }

    [Fact]
    public async Task An_expired_an_altered_and_somebody_elses_challenge_are_refused()
    {
        using var nurse = await NurseAsync();
        using var other = await NurseAsync();
        var challenge = (await ChallengeAsync(nurse)).Challenge;
        using var ring = StolenKeyRing.Open(Stack);
        var protection = ring.Services.GetRequiredService<IDataProtectionProvider>();

        foreach (var wrong in new[]
        {
            "x", new string('A', 2000), challenge[..^1], Altered(challenge),
            Resealed(protection, challenge, note => note["ExpiresAt"] = DateTimeOffset.UtcNow.AddSeconds(-1)),
            Resealed(protection, challenge, note => note["Note"]!["SecurityStamp"] = "another"),
            Resealed(protection, challenge, note => note["Note"]!["UserId"] = other.User.Id),
            // What was sealed for another purpose.
            (await nurse.Client.PostAsync<SecondFactorSetUpResponse>(
                "/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password, nurse.App.Code()))).SetUp,
        })
        {
            await ForgetLastCodeAsync(nurse.User.Id);
            Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(wrong, nurse.App.Code()));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, other.App.Code()));
        await ForgetLastCodeAsync(nurse.User.Id);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(Resealed(protection, challenge, _ => { }), nurse.App.Code()));
    }

    [Fact]
    public async Task A_challenge_ends_with_what_changes_the_account()
    {
        using var nurse = await NurseAsync();
        var challenge = (await ChallengeAsync(nurse)).Challenge;
        Assert.Equal(
            HttpStatusCode.NoContent,
            await nurse.Client.StatusAsync(HttpMethod.Post, "/api/account/password", new ChangePasswordRequest(NewUsers.Password, "another good sentence")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.App.Code()));

        challenge = (await Authenticator.ChallengeAsync(Stack.Api.Url, nurse.User.Email, "another good sentence")).Challenge;
        using var admin = await Stack.SignInAsync("admin@demo.example");
        await admin.PostAsync<UserResponse>($"/api/users/{nurse.User.Id}/disable");
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.App.Code()));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_however_often_the_password_is_shown_between_them()
    {
        using var nurse = await NurseAsync();
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync((await ChallengeAsync(nurse)).Challenge, nurse.App.WrongCode()));

        using var locked = await PostAsync("/api/account/sign-in", new SignInRequest(nurse.User.Email, NewUsers.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        await ExecuteAsync($"update users set lockout_end = null where id = '{nurse.User.Id}'");
        var challenge = (await ChallengeAsync(nurse)).Challenge;
        await ExecuteAsync($"update users set lockout_end = now() + interval '5 minutes' where id = '{nurse.User.Id}'");
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.App.Code()));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.RecoveryCodes[0]));
        await UnlockAsync(nurse.User.Id);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(challenge, nurse.App.Code()));
    }

    [Fact]
    public async Task Guesses_that_come_at_once_are_counted_before_they_are_looked_at()
    {
        using var nurse = await NurseAsync();
        var challenge = (await ChallengeAsync(nurse)).Challenge;
        await ExecuteAsync($"update users set access_failed_count = 4 where id = '{nurse.User.Id}'");

        Task<HttpStatusCode> wrong, right;
        await using (var database = await Stack.OpenDatabaseAsync())
        await using (await database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var hold = new NpgsqlCommand($"select from users where id = '{nurse.User.Id}' for update", database);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            wrong = AnswerAsync(challenge, nurse.App.WrongCode());
            await WaitForWaitersAsync(1);
            right = AnswerAsync(challenge, nurse.RecoveryCodes[0]);
            await WaitForWaitersAsync(2);
        }
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], await Task.WhenAll(wrong, right));
        Assert.Equal(10, (await nurse.Client.GetAsync<SecondFactorResponse>("/api/account/second-factor")).RecoveryCodesLeft);
    }

    private async Task WaitForWaitersAsync(long count)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%update users%'", database);
        for (var patience = 0; (long)(await command.ExecuteScalarAsync())! < count; patience++)
        {
            Assert.True(patience < 200, "The guesses did not come to wait for the user's row.");
            await Task.Delay(50);
        }
    }

    private static string Altered(string challenge) => challenge[..40] + (challenge[40] == 'A' ? 'B' : 'A') + challenge[41..];

    private static string Resealed(IDataProtectionProvider protection, string challenge, Action<JsonNode> change)
    {
        var protector = protection.CreateProtector("LabsToGo.Tickets", "SignInChallenge");
        var note = JsonNode.Parse(protector.Unprotect(challenge))!;
        change(note);
        return protector.Protect(note.ToJsonString());
    }
}
