using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Accounts;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Accounts.SecondFactor;

public sealed class CodeTests(StackFixture fixture) : SecondFactorTest(fixture)
{
    [Fact]
    public async Task Once_the_app_is_set_up_each_sign_in_asks_for_its_code()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, here) = await admin.NewUserAsync("staff");
        using var there = await ApiClient.SignInAsync(Stack.Api.Url, user.Email, NewUsers.Password);
        using var _ = here;

        Assert.Equal(
            HttpStatusCode.BadRequest, await here.StatusAsync(HttpMethod.Post, "/api/account/second-factor/set-up", new SecondFactorSetUpRequest("not it")));
        var begun = await here.PostAsync<SecondFactorSetUpResponse>("/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password));
        var app = new Authenticator(begun.Key);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await here.StatusAsync(HttpMethod.Post, "/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, app.WrongCode())));
        Assert.False((await here.GetAsync<SecondFactorResponse>("/api/account/second-factor")).App);

        var codes = await here.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, app.Code()));
        Assert.Equal(10, codes.Codes.Distinct().Count());
        Assert.Equal(
            new SecondFactorResponse(App: true, RecoveryCodesLeft: 10, Passkeys: 0, Demanded: false),
            await here.GetAsync<SecondFactorResponse>("/api/account/second-factor"));
        Assert.Equal(HttpStatusCode.Unauthorized, await there.StatusAsync(HttpMethod.Get, "/api/account/me"));

        await ForgetLastCodeAsync(user.Id);
        using var anew = await SignInAsync(new Nurse(user, here, app, codes.Codes));
        Assert.All(await anew.GetAsync<List<SessionResponse>>("/api/account/sessions"), session => Assert.True(session.SecondFactor));
    }

    [Fact]
    public async Task A_code_is_taken_once_also_when_it_comes_several_times_at_once()
    {
        using var nurse = await NurseAsync();
        var challenges = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ChallengeAsync(nurse)));
        var code = nurse.App.Code();

        var answers = await Task.WhenAll(challenges.Select(challenge => AnswerAsync(challenge.Challenge, code)));
        Assert.Equal(1, answers.Count(answer => answer is HttpStatusCode.OK));
        Assert.Equal(3, answers.Count(answer => answer is HttpStatusCode.Unauthorized));

        await UnlockAsync(nurse.User.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync((await ChallengeAsync(nurse)).Challenge, code));
    }

    [Fact]
    public async Task Codes_of_the_neighbouring_steps_are_taken_and_none_that_is_older_than_the_last_one()
    {
        using var nurse = await NurseAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 30;
        // All that follows is to happen in one step of thirty seconds.
        if (now > 20)
            await Task.Delay(TimeSpan.FromSeconds(30 - now), TestContext.Current.CancellationToken);
        var challenge = (await ChallengeAsync(nurse)).Challenge;

        foreach (var (away, taken) in new[] { (-2, false), (2, false), (-1, true), (1, true), (0, false), (-1, false) })
            Assert.Equal((away, taken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized), (away, await AnswerAsync(challenge, nurse.App.Code(away))));
    }

    [Fact]
    public async Task A_recovery_code_works_once_also_when_it_comes_several_times_at_once()
    {
        using var nurse = await NurseAsync();
        var challenge = (await ChallengeAsync(nurse)).Challenge;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnswerAsync(challenge, nurse.RecoveryCodes[0])));
        Assert.Equal(1, answers.Count(answer => answer is HttpStatusCode.OK));
        await UnlockAsync(nurse.User.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.RecoveryCodes[0]));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(challenge, nurse.RecoveryCodes[1].ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal(8, (await nurse.Client.GetAsync<SecondFactorResponse>("/api/account/second-factor")).RecoveryCodesLeft);

        var anew = await nurse.Client.PostAsync<RecoveryCodesResponse>(
            "/api/account/second-factor/recovery-codes", new SecondFactorProofRequest(NewUsers.Password, nurse.App.Code()));
        challenge = (await ChallengeAsync(nurse)).Challenge;
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.RecoveryCodes[2]));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(challenge, anew.Codes[2]));
    }

    [Fact]
    public async Task It_is_switched_off_by_password_and_code_together()
    {
        using var nurse = await NurseAsync();
        async Task<HttpStatusCode> OffAsync(string password, string code) =>
            await nurse.Client.StatusAsync(HttpMethod.Post, "/api/account/second-factor/off", new SecondFactorProofRequest(password, code));

        Assert.Equal(HttpStatusCode.BadRequest, await OffAsync("not it", nurse.App.Code()));
        Assert.Equal(HttpStatusCode.BadRequest, await OffAsync(NewUsers.Password, nurse.App.WrongCode()));
        Assert.Equal(HttpStatusCode.NoContent, await OffAsync(NewUsers.Password, nurse.App.Code()));

        using var again = await ApiClient.SignInAsync(Stack.Api.Url, nurse.User.Email, NewUsers.Password);
        Assert.Equal(
            new SecondFactorResponse(App: false, RecoveryCodesLeft: 0, Passkeys: 0, Demanded: false),
            await again.GetAsync<SecondFactorResponse>("/api/account/second-factor"));
    }

    [Fact]
    public async Task Another_app_takes_the_place_of_the_first_by_a_code_of_that()
    {
        using var nurse = await NurseAsync();
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await nurse.Client.StatusAsync(HttpMethod.Post, "/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password)));
        var begun = await nurse.Client.PostAsync<SecondFactorSetUpResponse>(
            "/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password, nurse.App.Code()));
        var next = new Authenticator(begun.Key);
        var codes = await nurse.Client.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, next.Code()));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await nurse.Client.StatusAsync(HttpMethod.Post, "/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, next.Code())));

        await ForgetLastCodeAsync(nurse.User.Id);
        var challenge = (await ChallengeAsync(nurse)).Challenge;
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.App.Code()));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(challenge, nurse.RecoveryCodes[0]));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(challenge, next.Code()));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(challenge, codes.Codes[0]));
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_stands_anywhere_in_the_database()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, client) = await admin.NewUserAsync("staff");
        using var _ = client;
        var begun = await client.PostAsync<SecondFactorSetUpResponse>("/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password));
        var app = new Authenticator(begun.Key);
        var codes = await client.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, app.Code()));

        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(
            $"select (select string_agg(u::text, ' ') from users u where id = '{user.Id}') || (select string_agg(t::text, ' ') from user_tokens t where " +
            $"user_id = '{user.Id}')", database);
        var stored = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains("authenticator-app", stored, StringComparison.Ordinal);
        foreach (var secret in codes.Codes.Select(RecoveryCode.Normalize).Concat(codes.Codes).Append(begun.Key).Append(Convert.ToBase64String(app.Secret))
            .Append(Convert.ToHexString(app.Secret)))
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
    }
}
