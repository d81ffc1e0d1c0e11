using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.IntegrationTests.Accounts.Passkeys;

public sealed class PasskeySignInTests(StackFixture fixture) : PasskeyTest(fixture)
{
    [Fact]
    public async Task An_answer_signs_in_once_also_when_it_comes_several_times_at_once()
    {
        var (_, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey();
        await AddAsync(nurse, passkey);
        var asked = await AskAsync();
        var credential = passkey.Show(asked.Options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignInAsync(asked.Ceremony, credential)));
        Assert.Equal(1, answers.Count(answer => answer is HttpStatusCode.OK));
        Assert.Equal(5, answers.Count(answer => answer is HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(asked.Ceremony, credential));
        Assert.Equal(HttpStatusCode.OK, await ShowAsync(passkey));
    }

    [Fact]
    public async Task What_is_not_from_our_site_or_not_from_its_user_is_refused()
    {
        var (user, nurse) = await NurseAsync();
        var (_, other) = await NurseAsync();
        using var _ = nurse;
        using var __ = other;
        using var passkey = new SoftPasskey();
        using var theirs = new SoftPasskey();
        await AddAsync(nurse, passkey);
        await AddAsync(other, theirs);
        var handle = passkey.UserHandle;

        // The right id, but another key; and the like.
        foreach (var liar in new SoftPasskey[] { new() { Id = passkey.Id, UserHandle = handle }, new() { UserHandle = handle },
            new() { Id = passkey.Id, UserHandle = "" }, new() { Id = passkey.Id, UserHandle = "bm9ib2R5" } })
        {
            using (liar)
                Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(liar));
        }
        // One's own passkey in the name of somebody else.
        theirs.UserHandle = handle;
        Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(theirs));

        // Of the right key, but with one thing wrong in what it signed.
        foreach (var lie in new Action<SoftPasskey>[]
        {
            copy =>
                copy.Origin = "https://evil.example", copy => copy.Origin = "http://127.0.0.1:5000", copy => copy.CrossOrigin = true,
                copy => copy.Domain = "evil.example", copy => copy.UserVerified = false,
        })
        {
            using var liar = passkey.Copy(lie);
            Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(liar));
        }
        using (var honest = passkey.Copy(_ => { }))
            Assert.Equal(HttpStatusCode.OK, await ShowAsync(honest));
        var asked = await AskAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(asked.Ceremony, passkey.Show(asked.Options, type: "webauthn.create")));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(asked.Ceremony, passkey.Show((await AskAsync()).Options)));
        foreach (var nonsense in new[] { "x", "{}", "[]", "null", """{"id":"AA","type":"public-key","response":{}}""" })
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(asked.Ceremony, nonsense));

        Assert.Equal(HttpStatusCode.OK, await ShowAsync(passkey));
        using var admin = await Stack.SignInAsync("admin@demo.example");
        await admin.PostAsync<UserResponse>($"/api/users/{user.Id}/disable");
        Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(passkey));
    }

    [Fact]
    public async Task An_expired_an_altered_and_anothers_ceremony_are_refused()
    {
        var (_, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey();
        await AddAsync(nurse, passkey);
        using var ring = StolenKeyRing.Open(Stack);
        var protector = ring.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("LabsToGo.Tickets", "PasskeyCeremony");
        var asked = await AskAsync();
        var credential = passkey.Show(asked.Options);
        var note = JsonNode.Parse(protector.Unprotect(asked.Ceremony))!;

        note["ExpiresAt"] = DateTimeOffset.UtcNow.AddSeconds(-1);
        foreach (var ceremony in new[] { protector.Protect(note.ToJsonString()), asked.Ceremony[..^1], "x", (await BeginAsync(nurse)).Ceremony,
            (await AskAsync()).Ceremony })
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(ceremony, credential));
        note["ExpiresAt"] = DateTimeOffset.UtcNow.AddMinutes(1);
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(protector.Protect(note.ToJsonString()), credential));
    }

    [Fact]
    public async Task A_copied_key_is_noticed_by_its_counter()
    {
        var (_, nurse) = await NurseAsync();
        using var _ = nurse;
        using var stick = new SoftPasskey(counts: true);
        await AddAsync(nurse, stick);
        Assert.Equal(HttpStatusCode.OK, await ShowAsync(stick));
        Assert.Equal(HttpStatusCode.OK, await ShowAsync(stick));

        stick.Counter = 1;
        Assert.Equal(HttpStatusCode.Unauthorized, await ShowAsync(stick));
    }

    [Fact]
    public async Task Wrong_passwords_lock_nobody_out_who_has_a_passkey_and_it_grants_no_further_tries()
    {
        var (user, nurse) = await NurseAsync();
        using var _ = nurse;
        using var passkey = new SoftPasskey();
        await AddAsync(nurse, passkey);
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await PasswordAsync("not it"));

        Assert.Equal(HttpStatusCode.OK, await ShowAsync(passkey));
        Assert.Equal(HttpStatusCode.Unauthorized, await PasswordAsync(NewUsers.Password));

        async Task<HttpStatusCode> PasswordAsync(string password)
        {
            using var answer = await http.PostAsJsonAsync(
                "/api/account/sign-in", new SignInRequest(user.Email, password), ContractJson.Options, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
