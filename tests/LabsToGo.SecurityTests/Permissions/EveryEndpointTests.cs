using System.Net;
using LabsToGo.Contracts.Http;

namespace LabsToGo.SecurityTests.Permissions;

/// <summary>Every endpoint of the Api's own document, with every role and with none.</summary>
public sealed class EveryEndpointTests(StackFixture fixture)
{
    private static readonly string[] Roles = ["viewer", "staff", "manager", "admin", "owner"];

    [Fact]
    public void Every_endpoint_says_what_it_needs()
    {
        var unknown = fixture.Api.Operations.Select(operation => operation.Key)
            .Where(key => !RequiredPermissions.Needed.ContainsKey(key) && !RequiredPermissions.Open.ContainsKey(key));
        var gone = RequiredPermissions.Needed.Keys.Concat(RequiredPermissions.Open.Keys).Except(fixture.Api.Operations.Select(operation => operation.Key));

        Assert.True(!unknown.Any(), $"Add to RequiredPermissions: {string.Join("; ", unknown)}");
        Assert.True(!gone.Any(), $"Remove from RequiredPermissions: {string.Join("; ", gone)}");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_open()
    {
        using var nobody = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        var asked = 0;
        foreach (var operation in Protected())
        {
            using var answer = await nobody.SendAsync(operation.Harmless(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{operation.Key} answered {(int)answer.StatusCode} without a token");
            asked++;
        }
        TestContext.Current.SendDiagnosticMessage($"tried {asked} endpoints without a token");
    }

    [Fact]
    public async Task Every_role_may_what_the_matrix_says_and_nothing_else()
    {
        using var reader = await fixture.Stack.SignInAsync();
        var matrix = (await reader.GetAsync<List<RoleResponse>>("/api/account/roles")).ToDictionary(role => role.Role, role => role.Permissions.ToHashSet());
        var wrong = new List<string>();
        var cells = 0;
        foreach (var role in Roles)
        {
            using var caller = await fixture.Stack.SignInAsync($"{role}@demo.example");
            foreach (var operation in Protected())
            {
                var permission = RequiredPermissions.Needed[operation.Key];
                var may = permission == RequiredPermissions.Anyone || matrix[role].Contains(permission);
                using var answer = await caller.Http.SendAsync(
                    operation.Harmless(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                var did = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
                if (may != did || (int)answer.StatusCode >= 500)
                    wrong.Add($"{role}, {operation.Key}: {(int)answer.StatusCode}, but {(may ? "is" : "is not")} allowed");
                cells++;
            }
        }
        using var owner = await fixture.Stack.SignInAsync();
        await owner.PostAsync<OrganizationResponse>("/api/organization/resume");
        TestContext.Current.SendDiagnosticMessage($"tried {cells} cells of endpoint × role");
        Assert.Empty(wrong);
    }

    private IEnumerable<ApiOperation> Protected() => fixture.Api.Operations.Where(operation => !RequiredPermissions.Open.ContainsKey(operation.Key));
}
