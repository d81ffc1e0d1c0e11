using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

public sealed class StrongerHashTests(StackFixture fixture)
{
    [Fact]
    public async Task Who_signs_in_several_times_at_once_after_the_rounds_were_raised_gets_in_each_time_and_has_a_new_hash()
    {
        using var admin = await fixture.Stack.SignInAsync();
        var (user, client) = await admin.NewUserAsync("staff");
        client.Dispose();
        var before = await HashAsync(user.Id);
        var stronger = fixture.Stack.NewApi("stronger-api", new Dictionary<string, string> { ["PasswordHashing__IterationCount"] = "1000" });
        await stronger.StartAsync();
        try
        {
            var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApiClient.SignInAsync(stronger.Url, user.Email, NewUsers.Password)));
            Assert.NotEqual(before, await HashAsync(user.Id));
            foreach (var session in sessions)
            {
                await session.GetAsync<object>("/api/account/me");
                session.Dispose();
            }
            using var again = await ApiClient.SignInAsync(stronger.Url, user.Email, NewUsers.Password);
        }
        finally
        {
            await stronger.KillAsync();
        }
    }

    private async Task<string> HashAsync(Guid user) => (string)(await fixture.Stack.SqlAsync($"select password_hash from users where id = '{user}'"))!;
}
