namespace LabsToGo.Testing;

/// <summary>What each of the stack's services is told: as in production, but for intervals that nobody waits for and limits that nobody meets.</summary>
internal sealed class StackSettings(TestServers servers, Uri sandbox)
{
    public const string AccountSid = "AC00000000000000000000000000000000", AuthToken = "test-auth-token";

    public const string KeyRingSecret = "a secret for tests, long enough to be taken";

    public const string ApiPassword = "api", ServicePassword = "service";

    public Dictionary<string, string> Api => new(Common)
    {
        ["Database__Role"] = "labstogo_api",
        ["Database__Password"] = ApiPassword,
        ["DataProtection__Secret"] = KeyRingSecret,
        ["Twilio__Sandbox"] = "true",
        ["Files__Folder"] = servers.Files,
        ["Files__ExpiryInterval"] = "00:00:01",
        ["SignIn__AttemptsPerMinute"] = "100000",
        ["RateLimits__PerCallerPerMinute"] = "10000000",
        ["RateLimits__PerAddressPerMinute"] = "10000000",
        ["RateLimits__RefreshesPerMinute"] = "10000000",
    };

    private Dictionary<string, string> Common => new()
    {
        ["ConnectionStrings__labstogo"] = servers.Database,
        ["ConnectionStrings__redis"] = servers.RedisConnection,
        ["ConnectionStrings__messaging"] = servers.Messaging,
        ["Twilio__AccountSid"] = AccountSid,
        ["Twilio__AuthToken"] = AuthToken,
        ["Following__TryAgainAfterSeconds"] = "1",
        // Hundreds of sign-ins, with passwords that anybody may know, were a fifth of what some tests took of the processors.
        ["PasswordHashing__IterationCount"] = "1",
    };

    public Dictionary<string, string> Migrations(string database) => new(Common)
    {
        ["ConnectionStrings__labstogo"] = database,
        ["Database__ApiPassword"] = ApiPassword,
        ["Database__ServicePassword"] = ServicePassword,
    };

    public Dictionary<string, string> Worker(Uri api) => new(Common)
    {
        ["Database__Role"] = "labstogo_service",
        ["Database__Password"] = ServicePassword,
        ["Twilio__BaseUrl"] = sandbox.ToString(),
        ["Twilio__PublicBaseUrl"] = api.ToString(),
        ["Twilio__TimeoutSeconds"] = "5",
        ["Reconciling__CallbackPatienceSeconds"] = "5",
        ["Reconciling__AskAgainSeconds"] = "2",
        ["Reconciling__ReplySweepSeconds"] = "2",
        ["Sending__LeaseSlackSeconds"] = "2",
        ["Dispatching__LostAfterSeconds"] = "5",
        ["Retention__IntervalSeconds"] = "1",
        ["Retention__RequestsPerSecond"] = "200",
    };

    public Dictionary<string, string> Web(Uri api) => new(Common)
    {
        ["DataProtection__Secret"] = KeyRingSecret,
        ["services__api__http__0"] = api.ToString(),
        ["DataProtection__Folder"] = Path.Combine(servers.Logs, "web-keys"),
    };
}
