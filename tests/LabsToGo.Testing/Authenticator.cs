using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Accounts;

namespace LabsToGo.Testing;

/// <summary>A phone with an authenticator app, as far as a test needs one.</summary>
/// <param name="key">As it is shown, for typing.</param>
public sealed class Authenticator(string key)
{
    public byte[] Secret { get; } = Decode(key.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Sets it up for the caller, whose password is <see cref="NewUsers.Password"/>.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(ApiClient client)
    {
        var begun = await client.PostAsync<SecondFactorSetUpResponse>("/api/account/second-factor/set-up", new SecondFactorSetUpRequest(NewUsers.Password));
        var app = new Authenticator(begun.Key);
        var codes = await client.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/on", new SecondFactorOnRequest(begun.SetUp, app.Code()));
        return (app, codes.Codes);
    }

    public string Code(int stepsAway = 0) => Totp.Code(Secret, Totp.StepAt(DateTimeOffset.UtcNow) + stepsAway);

    /// <summary>Of none of the steps around now.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-3, 7).Select(Code).ToList();
        return Enumerable.Range(0, 10).Select(number => $"{number}00000").First(code => !right.Contains(code));
    }

    /// <summary>The first of the two steps of a sign-in.</summary>
    public static async Task<SecondFactorChallengeResponse> ChallengeAsync(Uri api, string email, string password = NewUsers.Password)
    {
        using var http = new HttpClient { BaseAddress = api };
        using var answer = await http.PostAsJsonAsync("/api/account/sign-in", new SignInRequest(email, password), ContractJson.Options);
        return answer.StatusCode is System.Net.HttpStatusCode.Accepted
            ? (await answer.Content.ReadFromJsonAsync<SecondFactorChallengeResponse>(ContractJson.Options))!
            : throw new InvalidOperationException($"The sign-in asked for no code, but answered {(int)answer.StatusCode}.");
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString(Base32.Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
