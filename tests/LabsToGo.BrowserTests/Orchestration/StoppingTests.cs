using LabsToGo.AppHost.Running;

namespace LabsToGo.BrowserTests.Orchestration;

public sealed class StoppingTests(BrowserFixture fixture)
{
    [Fact]
    public void The_workers_end_before_the_Twilio_that_answers_them_and_nobody_is_left_out()
    {
        string[][] order = [.. OrderlyStop.InOrder(fixture.Stack.Model).Select(together => together.Select(resource => resource.Name).Order().ToArray())];

        Assert.Equal([["api", "campaign-worker", "sms-worker", "web"], ["migrations", "twilio-sandbox"]], order);
    }
}
