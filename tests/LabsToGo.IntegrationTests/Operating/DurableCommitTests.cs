using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Operating;

public sealed class DurableCommitTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("labstogo_service", "off")]
    [InlineData("labstogo_api", "local")]
    public async Task Nothing_runs_where_Postgres_answers_before_it_is_safe(string role, string setting)
    {
        var process = role is "labstogo_api"
            ? Stack.NewApi("careless-api", new Dictionary<string, string>())
            : Stack.NewSmsWorker("careless-worker", new Dictionary<string, string>());
        await Stack.SqlAsync($"alter role {role} set synchronous_commit = '{setting}'");
        try
        {
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => process.RunToEndAsync().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
            Assert.Contains(
                $"synchronous_commit = {setting}", await File.ReadAllTextAsync(process.LogFile, TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
        finally
        {
            await Stack.SqlAsync($"alter role {role} reset synchronous_commit");
            await process.KillAsync();
        }
    }
}
