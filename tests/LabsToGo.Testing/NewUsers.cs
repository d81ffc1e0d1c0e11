using System.Net.Http.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Testing;

/// <summary>Users of a test's own, for what the demo accounts must not suffer: lock-outs, ended sessions, changed roles.</summary>
public static class NewUsers
{
    public const string Password = "four ripe melons sing";

    public static Task<PasswordLinkResponse> InviteAsync(this ApiClient admin, string role) =>
        admin.PostAsync<PasswordLinkResponse>("/api/users", new InviteRequest("Nora Newcomer", $"{Guid.NewGuid():N}@demo.example", role));

    /// <summary>Invites somebody, sets their password by the link, and signs them in.</summary>
    public static async Task<(UserResponse User, ApiClient Client)> NewUserAsync(this ApiClient admin, string role)
    {
        var api = admin.Http.BaseAddress!;
        var invited = await admin.InviteAsync(role);
        using var http = new HttpClient { BaseAddress = api };
        using var done = await http.PostAsJsonAsync("/api/account/password-link", new SetPasswordRequest(invited.Token, Password), ContractJson.Options);
        done.EnsureSuccessStatusCode();
        return (invited.User, await ApiClient.SignInAsync(api, invited.User.Email, Password));
    }
}
