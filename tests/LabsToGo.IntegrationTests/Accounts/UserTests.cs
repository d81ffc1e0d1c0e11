using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

public sealed class UserTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Who_is_invited_sets_a_password_by_the_link_once_and_signs_in()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var invited = await admin.InviteAsync("staff");
        Assert.Equal(UserState.Invited, invited.User.State);
        using var early = await PostAsync("/api/account/sign-in", new SignInRequest(invited.User.Email, NewUsers.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, early.StatusCode);

        using var weak = await PostAsync("/api/account/password-link", new SetPasswordRequest(invited.Token, "Password12345!"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var done = await PostAsync("/api/account/password-link", new SetPasswordRequest(invited.Token, NewUsers.Password));
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using var again = await PostAsync("/api/account/password-link", new SetPasswordRequest(invited.Token, NewUsers.Password + " twice"));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);

        using var nurse = await ApiClient.SignInAsync(Stack.Api.Url, invited.User.Email, NewUsers.Password);
        var me = await nurse.GetAsync<MeResponse>("/api/account/me");
        Assert.Equal("staff", me.Role);
        Assert.Contains(Permission.CampaignsSend, me.Permissions);
        Assert.DoesNotContain(Permission.UsersManage, me.Permissions);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_setting_a_password_ends_all_sessions()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, nurse) = await admin.NewUserAsync("viewer");
        using (nurse)
        {
            var first = await admin.PostAsync<PasswordLinkResponse>($"/api/users/{user.Id}/password-link");
            var second = await admin.PostAsync<PasswordLinkResponse>($"/api/users/{user.Id}/password-link");
            using var old = await PostAsync("/api/account/password-link", new SetPasswordRequest(first.Token, NewUsers.Password));
            using var fresh = await PostAsync("/api/account/password-link", new SetPasswordRequest(second.Token, NewUsers.Password + " again"));

            Assert.Equal(HttpStatusCode.Gone, old.StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, fresh.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nurse, HttpMethod.Get, "/api/account/me"));
        }
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once_and_a_changed_role_holds_at_once()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, nurse) = await admin.NewUserAsync("staff");
        using (nurse)
        {
            await admin.PutAsync<UserResponse>($"/api/users/{user.Id}", new UserRequest(user.Name, "viewer"));
            Assert.Equal(
                HttpStatusCode.Forbidden,
                await StatusAsync(nurse, HttpMethod.Post, "/api/campaigns", new CampaignRequest("No", "Hello", new AudienceFilter())));

            await admin.PostAsync<UserResponse>($"/api/users/{user.Id}/disable");
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nurse, HttpMethod.Get, "/api/account/me"));
            using var signIn = await PostAsync("/api/account/sign-in", new SignInRequest(user.Email, NewUsers.Password));
            Assert.Equal(HttpStatusCode.Unauthorized, signIn.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_gives_or_touches_a_role_above_their_own()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        using var owner = await Stack.SignInAsync();
        var boss = (await owner.GetAsync<List<UserResponse>>("/api/users")).Single(user => user.Email == "owner@demo.example");
        var (user, nurse) = await admin.NewUserAsync("viewer");
        nurse.Dispose();

        Assert.Equal(
            HttpStatusCode.Conflict,
            await StatusAsync(admin, HttpMethod.Post, "/api/users", new InviteRequest("Too High", $"{Guid.NewGuid()}@demo.example", "owner")));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(admin, HttpMethod.Put, $"/api/users/{user.Id}", new UserRequest(user.Name, "owner")));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(admin, HttpMethod.Put, $"/api/users/{boss.Id}", new UserRequest(boss.Name, "viewer")));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(admin, HttpMethod.Post, $"/api/users/{boss.Id}/disable"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(admin, HttpMethod.Post, $"/api/users/{boss.Id}/password-link"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await StatusAsync(admin, HttpMethod.Post, "/api/users", new InviteRequest("No Role", $"{Guid.NewGuid()}@demo.example", "4")));
    }

    [Fact]
    public async Task The_last_owner_stays_one()
    {
        using var owner = await Stack.SignInAsync();
        var boss = (await owner.GetAsync<List<UserResponse>>("/api/users")).Single(user => user.Email == "owner@demo.example");

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(owner, HttpMethod.Put, $"/api/users/{boss.Id}", new UserRequest(boss.Name, "viewer")));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(owner, HttpMethod.Post, $"/api/users/{boss.Id}/disable"));
    }

    [Fact]
    public async Task An_own_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, here) = await admin.NewUserAsync("staff");
        using var there = await ApiClient.SignInAsync(Stack.Api.Url, user.Email, NewUsers.Password);
        using (here)
        {
            Assert.Equal(2, (await here.GetAsync<List<SessionResponse>>("/api/account/sessions")).Count);
            Assert.Equal(
                HttpStatusCode.BadRequest,
                await StatusAsync(here, HttpMethod.Post, "/api/account/password", new ChangePasswordRequest("wrong", "another good sentence")));
            Assert.Equal(
                HttpStatusCode.BadRequest,
                await StatusAsync(here, HttpMethod.Post, "/api/account/password", new ChangePasswordRequest(NewUsers.Password, "too short")));
            Assert.Equal(
                HttpStatusCode.NoContent,
                await StatusAsync(here, HttpMethod.Post, "/api/account/password", new ChangePasswordRequest(NewUsers.Password, "another good sentence")));

            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(there, HttpMethod.Get, "/api/account/me"));
            Assert.True(Assert.Single(await here.GetAsync<List<SessionResponse>>("/api/account/sessions")).Current);
        }
    }

    [Fact]
    public async Task A_session_is_ended_by_its_user_and_nobody_elses_is()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var (user, here) = await admin.NewUserAsync("staff");
        using var there = await ApiClient.SignInAsync(Stack.Api.Url, user.Email, NewUsers.Password);
        using (here)
        {
            var other = (await here.GetAsync<List<SessionResponse>>("/api/account/sessions")).Single(session => !session.Current);
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, HttpMethod.Post, $"/api/account/sessions/{other.Id}/end"));
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(here, HttpMethod.Post, $"/api/account/sessions/{other.Id}/end"));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(there, HttpMethod.Get, "/api/account/me"));
        }
    }

    private async Task<HttpResponseMessage> PostAsync<T>(string path, T body)
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        return await http.PostAsJsonAsync(path, body, ContractJson.Options, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> StatusAsync(ApiClient client, HttpMethod method, string path, object? body = null)
    {
        using var answer = await client.SendAsync(method, path, body);
        return answer.StatusCode;
    }
}
