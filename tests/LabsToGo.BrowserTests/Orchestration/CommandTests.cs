using Aspire.Hosting;
using LabsToGo.BrowserTests.Stack;
using LabsToGo.Contracts.Http;

namespace LabsToGo.BrowserTests.Orchestration;

/// <summary>The commands of the dashboard's menus.</summary>
public sealed class CommandTests(BrowserFixture fixture)
{
    private RunningAppHost Stack => fixture.Stack;

    [Fact]
    public async Task All_sending_is_stopped_and_resumed_and_the_audit_log_that_says_so_is_verified()
    {
        using var api = await Stack.SignInAsync();
        try
        {
            Assert.Contains("Labs To Go Demo: stopped.", await Stack.CommandAsync("campaign-worker", "stop-sending"), StringComparison.Ordinal);
            Assert.True(await api.GetAsync<OrganizationResponse>("/api/organization") is { SendingStopped: true, StoppedByOperator: true });
        }
        finally
        {
            await Stack.CommandAsync("campaign-worker", "resume-sending");
        }
        Assert.True(await api.GetAsync<OrganizationResponse>("/api/organization") is { SendingStopped: false });
        Assert.Contains("all as they were written", await Stack.CommandAsync("migrations", "verify-audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_thrown_and_cleared()
    {
        await Stack.CommandAsync("twilio-sandbox", "throw-fault", new InteractionInput { Name = "fault", InputType = InputType.Choice, Value = "undelivered" });
        Assert.Equal(0.2, (await Stack.Sandbox.SwitchesAsync()).GetProperty("undelivered").GetDouble());

        await Stack.CommandAsync("twilio-sandbox", "clear-faults");
        Assert.Equal(0, (await Stack.Sandbox.SwitchesAsync()).GetProperty("undelivered").GetDouble());
    }
}
