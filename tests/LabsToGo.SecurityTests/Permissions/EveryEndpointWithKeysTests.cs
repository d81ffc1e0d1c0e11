using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Permissions;

/// <summary>Every endpoint with an API key that was given all it can be given, at an Api whose Twilio is the sandbox and at one whose Twilio is real.</summary>
public sealed class EveryEndpointWithKeysTests(StackFixture fixture)
{
    [Fact]
    public async Task A_key_reaches_what_keys_may_and_a_test_key_lets_no_text_leave_where_Twilio_is_real()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var real = fixture.Stack.NewApi("api-with-twilio", new Dictionary<string, string> { ["Twilio__Sandbox"] = "false" });
        await real.StartAsync();
        try
        {
            var wrong = new List<string>();
            var cells = 0;
            foreach (var (api, test) in ((ServiceProcess, bool)[])[(fixture.Stack.Api, false), (fixture.Stack.Api, true), (real, false), (real, true)])
            {
                var made = await owner.PostAsync<NewApiKeyResponse>("/api/api-keys", new ApiKeyRequest("All it can be given", Permission.ForApiKeys, test, 1));
                using var key = ApiClient.With(api.Url, made.Secret);
                foreach (var operation in fixture.Api.Operations.Where(operation => RequiredPermissions.Needed.ContainsKey(operation.Key)))
                {
                    var permission = RequiredPermissions.Needed[operation.Key];
                    var may = Permission.ForApiKeys.Contains(permission) && !(test && api == real && Permission.Sending.Contains(permission));
                    using var answer = await key.Http.SendAsync(
                        operation.Harmless(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                    var did = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
                    if (may != did || (int)answer.StatusCode >= 500)
                        wrong.Add(
                            $"{(test ? "test" : "live")} key, {(api == real ? "real Twilio" : "sandbox")}, {operation.Key}: {(int)answer.StatusCode}, but " +
                            $"{(may ? "is" : "is not")} allowed");
                    if (!did && may is false && permission.Length > 0 && Permission.ForApiKeys.Contains(permission)
                        && !(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("test key", StringComparison.Ordinal))
                        wrong.Add($"{operation.Key} does not say that it is refused to a test key");
                    cells++;
                }
            }
            await owner.PostAsync<OrganizationResponse>("/api/organization/resume");
            TestContext.Current.SendDiagnosticMessage($"tried {cells} cells of endpoint × kind of key × Twilio");
            Assert.Empty(wrong);
        }
        finally
        {
            await real.KillAsync();
        }
    }
}
