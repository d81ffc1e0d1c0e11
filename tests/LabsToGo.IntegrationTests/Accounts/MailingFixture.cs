using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>One more Api, which has a mail server.</summary>
public sealed class MailingFixture(StackFixture fixture) : IAsyncLifetime
{
    private ServiceProcess _api = null!;

    public MailSink Sink { get; } = MailSink.Start();

    public ApiClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await StartApiAsync([]);
        Admin = await ApiClient.SignInAsync(_api.Url, "admin@demo.example", "LabsToGo-Demo-1");
    }

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public async Task<ServiceProcess> StartApiAsync(Dictionary<string, string> others)
    {
        var settings = new Dictionary<string, string>
        {
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = $"{Sink.Port}",
            ["Smtp__From"] = "LabsToGo <no-reply@labs.example>",
            ["Smtp__Tls"] = "None",
            ["Web__PublicUrl"] = "https://sms.example.com/lab/",
        };
        foreach (var (key, value) in others)
            settings[key] = value;
        var started = fixture.Stack.NewApi($"api-with-mail-{Guid.NewGuid():N}", settings);
        await started.StartAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await _api.KillAsync();
        Sink.Dispose();
    }
}
