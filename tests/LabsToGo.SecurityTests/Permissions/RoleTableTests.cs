using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Permissions;

public sealed class RoleTableTests(StackFixture fixture)
{
    [Fact]
    public async Task The_table_in_the_documentation_is_the_matrix()
    {
        using var reader = await fixture.Stack.SignInAsync();
        var roles = await reader.GetAsync<List<RoleResponse>>("/api/account/roles");
        string[] table =
        [
            $"| permission | {string.Join(" | ", roles.Select(role => role.Role))} |",
            $"|---|{string.Concat(roles.Select(_ => "---|"))}",
            .. Permission.All.Select(
                permission => $"| `{permission}` | {string.Join(" | ", roles.Select(role => role.Permissions.Contains(permission) ? "yes" : ""))} |"),
        ];

        var document = await File.ReadAllTextAsync(Path.Combine(Clone.Folder, "docs/security.md"), TestContext.Current.CancellationToken);
        Assert.True(
            document.Contains(string.Join('\n', table), StringComparison.Ordinal), $"docs/security.md should have this table:\n{string.Join('\n', table)}");
    }
}
