using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts.Passkeys;

public sealed class OwnPasskeyTests(StackFixture fixture) : PasskeyTest(fixture)
{
    [Fact]
    public async Task One_is_added_named_signs_in_is_renamed_and_removed()
    {
        var (_, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey(counts: true);
        var added = await AddAsync(nurse, passkey);
        Assert.Equal((passkey.Text, "My laptop", false), (added.Id, added.Name, added.Synced));

        using (var signedIn = await SignInAsync(passkey))
            Assert.True((await signedIn.GetAsync<List<SessionResponse>>("/api/account/sessions")).Single(session => session.Current).SecondFactor);
        Assert.Equal(
            "The blue one", (await nurse.PutAsync<PasskeyResponse>($"/api/account/passkeys/{added.Id}", new PasskeyRenameRequest(" The blue one "))).Name);
        Assert.Equal("The blue one", Assert.Single(await nurse.GetAsync<List<PasskeyResponse>>("/api/account/passkeys")).Name);
        Assert.Equal(HttpStatusCode.OK, await ShowAsync(passkey));

        Assert.Equal(
            HttpStatusCode.BadRequest,
            await nurse.StatusAsync(HttpMethod.Post, $"/api/account/passkeys/{added.Id}/remove", new PasskeyRemoveRequest("not it")));
        Assert.Equal(
            HttpStatusCode.NoContent,
            await nurse.StatusAsync(HttpMethod.Post, $"/api/account/passkeys/{added.Id}/remove", new PasskeyRemoveRequest(NewUsers.Password)));
        Assert.Empty(await nurse.GetAsync<List<PasskeyResponse>>("/api/account/passkeys"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(passkey));
        Assert.All(await nurse.GetAsync<List<SessionResponse>>("/api/account/sessions"), session => Assert.False(session.SecondFactor));
    }

    [Fact]
    public async Task Nobody_touches_anothers()
    {
        var (_, nurse) = await NurseAsync();
        var (_, other) = await NurseAsync();
        using var _ = nurse;
        using var __ = other;
        using var passkey = new SoftPasskey();
        var added = await AddAsync(nurse, passkey);

        foreach (var id in new[] { added.Id, "x", "=", "%25", new string('A', 3000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(HttpMethod.Put, $"/api/account/passkeys/{id}", new PasskeyRenameRequest("Mine")));
            Assert.Equal(
                HttpStatusCode.NotFound,
                await other.StatusAsync(HttpMethod.Post, $"/api/account/passkeys/{id}/remove", new PasskeyRemoveRequest(NewUsers.Password)));
        }
        Assert.Empty(await other.GetAsync<List<PasskeyResponse>>("/api/account/passkeys"));
        Assert.Single(await nurse.GetAsync<List<PasskeyResponse>>("/api/account/passkeys"));
    }

    [Fact]
    public async Task Adding_asks_for_the_password_and_for_a_code_where_an_app_is_set_up()
    {
        var (user, nurse) = await NurseAsync();
        using var _ = nurse;
        Assert.Equal(HttpStatusCode.BadRequest, await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys/options", new PasskeyBeginRequest("not it")));

        var (app, _) = await Authenticator.SetUpAsync(nurse);
        await Stack.ForgetLastCodeAsync(user.Id);
        Assert.Equal(
            HttpStatusCode.BadRequest, await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys/options", new PasskeyBeginRequest(NewUsers.Password)));
        Assert.Equal(
            HttpStatusCode.OK,
            await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys/options", new PasskeyBeginRequest(NewUsers.Password, app.Code())));
    }

    [Fact]
    public async Task What_was_made_for_another_site_another_user_or_another_time_is_not_added()
    {
        var (_, nurse) = await NurseAsync();
        var (_, other) = await NurseAsync();
        using var _ = nurse;
        using var __ = other;
        foreach (var liar in new SoftPasskey[]
        {
            new() { Origin = "http://localhost.evil.example" }, new() { Origin = "https://evil.example" }, new() { Origin = "null" },
            new() { CrossOrigin = true }, new() { Domain = "evil.example" }, new() { UserVerified = false },
        })
        {
            using (liar)
            {
                var asked = await BeginAsync(nurse);
                Assert.Equal(
                    HttpStatusCode.BadRequest,
                    await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys", new PasskeyAddRequest(asked.Ceremony, liar.Make(asked.Options), "Liar")));
            }
        }

        using var passkey = new SoftPasskey();
        var (mine, theirs, signIn) = (await BeginAsync(nurse), await BeginAsync(other), await AskAsync());
        var credential = passkey.Make(mine.Options);
        foreach (var ceremony in new[] { theirs.Ceremony, signIn.Ceremony, (await BeginAsync(nurse)).Ceremony, mine.Ceremony[..^1] })
            Assert.Equal(
                HttpStatusCode.BadRequest,
                await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys", new PasskeyAddRequest(ceremony, credential, "Liar")));
        Assert.Equal(
            HttpStatusCode.Created,
            await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys", new PasskeyAddRequest(mine.Ceremony, credential, "Mine")));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await nurse.StatusAsync(HttpMethod.Post, "/api/account/passkeys", new PasskeyAddRequest(mine.Ceremony, credential, "Again")));

        // The same one for another account.
        var again = await BeginAsync(other);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await other.StatusAsync(HttpMethod.Post, "/api/account/passkeys", new PasskeyAddRequest(again.Ceremony, passkey.Make(again.Options), "Twice")));
    }

    [Fact]
    public async Task Where_a_second_factor_is_demanded_a_passkey_is_one_and_the_last_one_stays()
    {
        var (user, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey();
        await Stack.DemandSecondFactorAsync(true);
        try
        {
            Assert.Equal(HttpStatusCode.Forbidden, await nurse.StatusAsync(HttpMethod.Get, "/api/campaigns"));
            var added = await AddAsync(nurse, passkey);
            Assert.Equal(HttpStatusCode.OK, await nurse.StatusAsync(HttpMethod.Get, "/api/campaigns"));
            Assert.Equal(
                HttpStatusCode.Conflict,
                await nurse.StatusAsync(HttpMethod.Post, $"/api/account/passkeys/{added.Id}/remove", new PasskeyRemoveRequest(NewUsers.Password)));

            // Who knows the password alone does not get round it by setting up a factor of their own.
            using var byPassword = await ApiClient.SignInAsync(Stack.Api.Url, user.Email, NewUsers.Password);
            Assert.Equal(HttpStatusCode.Forbidden, await byPassword.StatusAsync(HttpMethod.Get, "/api/campaigns"));
            Assert.Equal(
                HttpStatusCode.Conflict,
                await byPassword.StatusAsync(HttpMethod.Post, "/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password)));
            Assert.Equal(
                HttpStatusCode.Conflict,
                await byPassword.StatusAsync(HttpMethod.Post, "/api/account/passkeys/options", new PasskeyBeginRequest(NewUsers.Password)));
            using var byPasskey = await SignInAsync(passkey);
            Assert.Equal(HttpStatusCode.OK, await byPasskey.StatusAsync(HttpMethod.Get, "/api/campaigns"));
        }
        finally
        {
            await Stack.DemandSecondFactorAsync(false);
        }
    }

    [Fact]
    public async Task An_admin_takes_off_lost_ones_and_the_audit_log_knows_it_all()
    {
        var (user, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey();
        var added = await AddAsync(nurse, passkey);
        await nurse.PutAsync<PasskeyResponse>($"/api/account/passkeys/{added.Id}", new PasskeyRenameRequest("Lost"));
        using (await SignInAsync(passkey))
        {
        }
        using var admin = await Stack.SignInAsync("admin@demo.example");
        Assert.True((await admin.GetAsync<List<UserResponse>>("/api/users")).Single(other => other.Id == user.Id).SecondFactor);
        Assert.False((await admin.PostAsync<UserResponse>($"/api/users/{user.Id}/reset-second-factor")).SecondFactor);

        Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(passkey));
        Assert.Equal(HttpStatusCode.Unauthorized, await nurse.StatusAsync(HttpMethod.Get, "/api/account/me"));
        var entries = (await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(ActorId: user.Id))).Items;
        foreach (var expected in new[] { "account.passkey-add", "account.passkey-rename", "account.sign-in" })
            Assert.Contains(entries, entry => entry.Action == expected && entry.Outcome.Length == 0);
    }
}
