using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Permissions;

/// <summary>Every endpoint of the Api's own document, by a session without the second factor that the organization demands.</summary>
public sealed class DemandedSecondFactorTests(StackFixture fixture)
{
    /// <summary>What it takes to set one up.</summary>
    private static readonly string[] Open =
    [
        "GET /api/account/me", "POST /api/account/active", "GET /api/account/second-factor", "POST /api/account/second-factor/set-up",
        "POST /api/account/second-factor/on",
        "POST /api/account/passkeys/options", "POST /api/account/passkeys",
    ];

    [Fact]
    public async Task Nothing_answers_but_what_sets_one_up()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var (_, caller) = await owner.NewUserAsync("owner");
        using var _ = caller;
        var wrong = new List<string>();
        var asked = 0;
        await fixture.Stack.DemandSecondFactorAsync(true);
        try
        {
            foreach (var operation in fixture.Api.Operations.Where(operation => !RequiredPermissions.Open.ContainsKey(operation.Key)))
            {
                using var answer = await caller.Http.SendAsync(
                    operation.Harmless(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                var closed = answer.StatusCode is HttpStatusCode.Forbidden
                    && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                        .Contains(ProblemTypes.SecondFactorNeeded, StringComparison.Ordinal);
                if (closed == Open.Contains(operation.Key))
                    wrong.Add($"{operation.Key}: {(int)answer.StatusCode}");
                asked++;
            }
        }
        finally
        {
            await fixture.Stack.DemandSecondFactorAsync(false);
        }
        TestContext.Current.SendDiagnosticMessage($"tried {asked} endpoints without the demanded second factor");
        Assert.Empty(wrong);
    }
}
