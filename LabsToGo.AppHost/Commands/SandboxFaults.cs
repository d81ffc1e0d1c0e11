using System.Net.Http.Json;

namespace LabsToGo.AppHost.Commands;

/// <summary>What Twilio is known to do to its callers, thrown and cleared in the sandbox from the dashboard.</summary>
internal static class SandboxFaults
{
    private const string Path = "/sandbox/faults", Fault = "fault";

    private static readonly Dictionary<string, (string Label, object Settings)> All = new()
    {
        ["429"] = ("Half of all texts are refused with 429, Too Many Requests", new { tooManyRequests = 0.5 }),
        ["500"] = ("One text in ten is refused with 500", new { serverError = 0.1 }),
        ["silence"] = ("One text in ten is taken, but never answered", new { silenceAfterAccepting = 0.1 }),
        ["slow"] = ("Every answer takes three seconds", new { latencyMilliseconds = 3_000 }),
        ["callbacks"] = ("No status callbacks come", new { lostCallbacks = 1 }),
        ["undelivered"] = ("One text in five is not delivered: the phone is off", new { undelivered = 0.2 }),
        ["account"] = ("Every text is refused with 20003: the credentials are wrong", new { refuseWithCode = 20003 }),
    };

    public static IResourceBuilder<T> WithFaults<T>(this IResourceBuilder<T> sandbox)
        where T : IResourceWithEndpoints => sandbox
        .WithHttpCommand(Path, "Throw a fault", commandName: "throw-fault", commandOptions: new HttpCommandOptions
        {
            Method = HttpMethod.Put,
            Description = "Twilio misbehaves from now on, until the faults are cleared.",
            IconName = "Flash",
            Arguments =
            [
                new InteractionInput
                {
                    Name = Fault,
                    Label = "What shall go wrong?",
                    InputType = InputType.Choice,
                    Required = true,
                    Options = [.. All.Select(fault => KeyValuePair.Create(fault.Key, fault.Value.Label))],
                },
            ],
            PrepareRequest = request =>
            {
                request.Request.Content = JsonContent.Create(All[request.Arguments[Fault].Value!].Settings);
                return Task.CompletedTask;
            },
            GetCommandResult = async answer => await ResultAsync(answer, $"From now on: {All[answer.Arguments[Fault].Value!].Label}"),
        })
        .WithHttpCommand(Path, "Clear all faults", commandName: "clear-faults", commandOptions: new HttpCommandOptions
        {
            Method = HttpMethod.Put,
            Description = "Twilio behaves well again.",
            IconName = "FlashOff",
            PrepareRequest = request =>
            {
                request.Request.Content = JsonContent.Create(new { });
                return Task.CompletedTask;
            },
            GetCommandResult = answer => ResultAsync(answer, "Twilio behaves well again"),
        });

    private static async Task<ExecuteCommandResult> ResultAsync(HttpCommandResultContext answer, string message) => answer.Response.IsSuccessStatusCode
        ? CommandResults.Success(message)
        : CommandResults.Failure(
            $"The sandbox answered {(int)answer.Response.StatusCode}: {await answer.Response.Content.ReadAsStringAsync(answer.CancellationToken)}");
}
