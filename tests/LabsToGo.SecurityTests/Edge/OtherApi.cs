using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>One more Api: it believes another proxy than this machine, lets one origin in, and is known to Twilio by another address.</summary>
public sealed class OtherApi(StackFixture fixture) : IAsyncLifetime
{
    public const string Origin = "https://app.lab.example", PublicUrl = "https://hooks.lab.example";

    private readonly ServiceProcess _process = fixture.Stack.NewApi("other-api", new Dictionary<string, string>
    {
        ["ForwardedHeaders__KnownProxies"] = "10.9.9.9",
        ["Cors__Origins"] = Origin,
        ["Twilio__PublicBaseUrl"] = PublicUrl,
    });

    public Uri Url => _process.Url;

    public async ValueTask InitializeAsync() => await _process.StartAsync();

    public async ValueTask DisposeAsync() => await _process.KillAsync();
}
