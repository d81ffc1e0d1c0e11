using System.Net;
using System.Net.Http.Json;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using StackExchange.Redis;

namespace LabsToGo.IntegrationTests.Telemetry;

/// <summary>G9: a campaign with marked patients, and all that may go wrong with them; then everything that anybody emitted is searched for the marks.</summary>
public sealed class PatientDataTests(StackFixture fixture)
{
    /// <summary>The middle of the marked numbers, whatever stands around it: +1 907 731 44xx.</summary>
    private const string Number = "90773144";

    private static readonly string[] Marks =
    [
        "Xanthippe", "xanthippe", "Qwertzberg", "Zaubertext", "Zauberantwort", "Zauberstadt", "Zauberkennwort", "zaubermail", "MRN-ZAUBER", "Zaubernotiz",
        "1933-03-13",
        Number, "907-731-44", "907) 731", "907 731 44",
    ];

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Nothing_that_is_emitted_holds_a_patient_s_name_number_or_text_whatever_goes_wrong()
    {
        using var redis = await RedisSpy.StartAsync(Stack.Servers.RedisConnection);
        await using var broker = await BrokerSpy.StartAsync(Stack.Servers.Messaging);
        using var api = await Stack.SignInAsync();
        var wrongBefore = await Stack.SqlAsync("select count(*) from patients");

        await GoWrongAsync(api);
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes(
            "first name,last name,phone,mrn,dob,city,state\n"
            + string.Concat(
                Enumerable.Range(10, 12).Select(number => $"Xanthippe,Qwertzberg,+1{Number}{number},MRN-ZAUBER-{number},1933-03-13,Zauberstadt,NY\n"))
            + $"Xanthippe,Qwertzberg,+1{Number},,,,\nXanthippe,Qwertzberg,+1{Number}99,,not Zauberkennwort a " +
                $"date,,\nXanthippe,Qwertzberg,+1{Number}98,,,,Zauberstadt\n,,+1{Number}97,,,,\n"));
        Assert.Equal((14, 2, 2), (import.Added, import.Rejected, import.Remarks));
        await CampaignsAsync(api, import.Id);
        await RepliesAsync(api);
        Assert.NotEqual(wrongBefore, await Stack.SqlAsync("select count(*) from patients"));

        // What was done last is emitted within some seconds, and with it all before.
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.True(broker.Heard.Count > 0 && redis.Heard.Contains("labstogo:campaign-changed", StringComparison.Ordinal), "The spies heard nothing.");
        Assert.True(
            Stack.Telemetry.Holds("/api/patients/search") && Stack.Telemetry.Count("logs") > 0 && Stack.Telemetry.Holds("labstogo.messages.sent"),
            "Little was emitted.");
        var dump = await DumpRedisAsync();
        foreach (var mark in Marks)
        {
            Assert.True(!Stack.Telemetry.Holds(mark), $"{mark} is in {string.Join('\n', Stack.Telemetry.Around(mark).Take(3))}");
            Assert.DoesNotContain(broker.Heard, message => message.Contains(mark, StringComparison.Ordinal));
            IsNotIn(mark, "a command to Redis", redis.Heard);
            IsNotIn(mark, "a key or value in Redis", dump);
            // Postgres' own, Redis', RabbitMQ's and all of our services'.
            foreach (var log in Directory.GetFiles(Stack.Servers.Logs, "*.log", SearchOption.AllDirectories))
                IsNotIn(mark, log, await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_spies_find_a_mark_where_there_is_one()
    {
        using var redis = await RedisSpy.StartAsync(Stack.Servers.RedisConnection);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Stack.Servers.RedisConnection);
        await connection.GetDatabase().StringSetAsync("labstogo:test", "Spottedmark");
        await Eventually.IsAsync(() => Task.FromResult(redis.Heard.Contains("Spottedmark", StringComparison.Ordinal)), () => "MONITOR does not hear.");
        Assert.Contains("Spottedmark", await DumpRedisAsync(), StringComparison.Ordinal);
        await connection.GetDatabase().KeyDeleteAsync("labstogo:test");

        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var answer = await http.GetAsync(new Uri("/api/campaigns?after=Spottedmark", UriKind.Relative), TestContext.Current.CancellationToken);
        await Eventually.IsAsync(() => Task.FromResult(Stack.Telemetry.Holds("Spottedmark")), () => "An address with a mark in its query is not seen.");
    }

    /// <summary>Requests that are refused, by us or by the database, and some that can't be read.</summary>
    private async Task GoWrongAsync(ApiClient api)
    {
        var patient = new PatientRequest(
            "MRN-ZAUBER-1", "Xanthippe", "Qwertzberg", $"+1{Number}01", new DateOnly(1933, 3, 13), "Zauberstadt", "AK", "99801", null, ConsentGiven: true);
        var first = await api.PostAsync<PatientResponse>("/api/patients", patient);
        foreach (var (path, body, status) in new (string, object, HttpStatusCode)[]
        {
            // A unique violation in Postgres, whose own words hold the values.
            ("/api/patients", patient with { Phone = $"+1{Number}02", LastName = "Qwertzberg-Two" }, HttpStatusCode.Conflict),
            ("/api/patients", patient, HttpStatusCode.Conflict),
            ("/api/patients", patient with { Phone = $"+1{Number}" }, HttpStatusCode.BadRequest),
            ("/api/patients", patient with { FirstName = "Xanthippe\0" }, HttpStatusCode.BadRequest),
            ("/api/patients", patient with { FirstName = new string('x', 101) + "Xanthippe" }, HttpStatusCode.BadRequest),
            ("/api/patients/search", new PatientSearchRequest("Xanthippe\0"), HttpStatusCode.BadRequest),
            ("/api/patients/search", new PatientSearchRequest(After: "Zauberkennwort"), HttpStatusCode.BadRequest),
            ($"/api/patients/{first.Id}/consent", new ConsentRequest(true, "Zaubernotiz"), HttpStatusCode.OK),
            ($"/api/patients/{first.Id}/erase", new ErasePatientRequest("Zauberkennwort"), HttpStatusCode.BadRequest),
            ($"/api/patients/{first.Id}/messages", new TextRequest("Zaubertext an Xanthippe"), HttpStatusCode.OK),
            ("/api/campaigns/preview", new PreviewRequest("Zaubertext {{ frist_name }}"), HttpStatusCode.OK),
        })
        {
            using var answer = await api.SendAsync(HttpMethod.Post, path, body);
            Assert.True(answer.StatusCode == status || (status == HttpStatusCode.OK && answer.IsSuccessStatusCode), $"{path}: {(int)answer.StatusCode}");
        }
        foreach (var nonsense in (string[])["{\"search\": \"Xanthippe", "{\"search\": {\"Xanthippe\": 1}}", "Xanthippe", $"{{\"limit\": \"{Number}\"}}"])
        {
            using var content = new StringContent(nonsense, Encoding.UTF8, "application/json");
            using var answer = await api.Http.PostAsync(new Uri("/api/patients/search", UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        using var nobody = new HttpClient { BaseAddress = Stack.Api.Url };
        using var signIn = await nobody.PostAsJsonAsync(
            "/api/account/sign-in", new SignInRequest("zaubermail@demo.example", "Zauberkennwort"), ContractJson.Options,
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, signIn.StatusCode);
        // A webhook that nobody signed, with a number and a text in it.
        using var form = new FormUrlEncodedContent(
            [new("From", $"+1{Number}01"), new("Body", "Zauberantwort"), new("MessageSid", "SM1"), new("To", "+18335550100")]);
        using var forged = await nobody.PostAsync(new Uri("/twilio/inbound", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    /// <summary>Refused by Twilio in words that name the number; left open by it in several ways; and delivered.</summary>
    private async Task CampaignsAsync(ApiClient api, Guid import)
    {
        try
        {
            foreach (var faults in (TwilioSandbox.Faults.FaultSettings[])[new() { RefuseWithCode = 21214 },
                new() { MalformedAfterAccepting = 0.5, ServerErrorAfterAccepting = 0.5 }, new() { TooManyRequests = 0.3 }, new()])
            {
                Stack.Faults.Settings = faults;
                var campaign = await api.StartCampaignAsync(
                    new AudienceFilter(ImportId: import),
                    "Zaubertext for {{ first_name }} {{ last_name }} of {{ city }}, {{ lab_name }}. Reply STOP to opt out.");
                await api.WaitForEndAsync(campaign.Id, TimeSpan.FromSeconds(120));
            }
        }
        finally
        {
            Stack.Faults.Settings = new();
        }
    }

    private async Task RepliesAsync(ApiClient api)
    {
        var phone = $"+1{Number}10";
        var sender = Stack.SandboxMessages.Conversation(phone)[^1].From;
        Assert.True(await Stack.Phone.ReplyAsync(phone, sender, "Zauberantwort von Xanthippe", TestContext.Current.CancellationToken));
        Assert.True(await Stack.Phone.ReplyAsync(phone, "+19995550000", "Zauberantwort to a number that is nobody's", TestContext.Current.CancellationToken));
        Assert.True(await Stack.Phone.ReplyAsync(phone, sender, "STOP", TestContext.Current.CancellationToken));
        var found = Assert.Single((await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items);
        using var export = await api.SendAsync(HttpMethod.Get, $"/api/patients/{found.Id}/export");
        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
        await api.PostAsync<PatientResponse>($"/api/patients/{found.Id}/erase", new ErasePatientRequest("Xanthippe Qwertzberg"));
    }

    private async Task<string> DumpRedisAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Stack.Servers.RedisConnection + ",allowAdmin=true");
        var dump = new StringBuilder();
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            dump.Append(key).Append(' ');
            // As Redis itself would write it to its disk; short values stand in it as they are.
            if (await redis.GetDatabase().KeyDumpAsync(key) is { } value)
                dump.Append(Encoding.Latin1.GetString(value)).Append('\n');
        }
        return dump.ToString();
    }

    private static void IsNotIn(string mark, string place, string text)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(at < 0, at < 0 ? "" : $"{mark} is in {place}: {text.Substring(Math.Max(0, at - 300), Math.Min(500, text.Length - Math.Max(0, at - 300)))}");
    }
}
