using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>Whether somebody can be texted, and if not, why, since when, and who can change it.</summary>
public sealed class ReachabilityTests(StackFixture fixture) : IAsyncLifetime
{
    private const string MainLine = "+18005550100", SecondLine = "+18005550101";

    private ApiClient _api = null!;

    private PatientResponse _patient = null!;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync()
    {
        _api = await Stack.SignInAsync();
        _patient = await _api.NewPatientAsync();
    }

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_is_in_the_way_of_who_agreed_and_nobody_else()
    {
        Assert.Equal(new ReachabilityResponse(CanBeTexted: true, CanBeAnswered: true), await ReachabilityAsync() with { LeavesAt = null });

        var never = await _api.NewPatientAsync(consent: false);
        Assert.Equal((Obstacle.NoConsent, false, false), Seen(await ReachabilityAsync(never)));
        var request = new PatientRequest(null, "Nadia", "Newcomer", _patient.Phone, null, null, null, null, null, ConsentGiven: false, Deceased: true);
        await _api.PutAsync<PatientResponse>($"/api/patients/{_patient.Id}", request);
        Assert.Equal((Obstacle.Deceased, false, false), Seen(await ReachabilityAsync()));
        using var unknown = await _api.SendAsync(HttpMethod.Get, $"/api/patients/{Guid.NewGuid()}/reachability");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("Please stop texting me", null)]
    [InlineData("STOP", MainLine)]
    public async Task Who_opted_out_by_a_text_is_quoted_and_where_Twilio_obeyed_it_START_goes_to_that_number(string said, string? startTo)
    {
        await ReplyAsync(said, MainLine);

        var found = await ReachabilityAsync();

        Assert.Equal((Obstacle.OptedOut, said, startTo), (found.Obstacle!.Value, found.Said, found.TextStartTo));
        Assert.Contains("opted out of texts by a text message", found.Reason, StringComparison.Ordinal);
        Assert.InRange(found.Since!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task Who_opted_out_otherwise_did_so_as_staff_a_file_or_Twilio_says()
    {
        await RecordAsync(granted: false);
        Assert.Contains("as somebody of the staff recorded", (await ReachabilityAsync()).Reason, StringComparison.Ordinal);

        var imported = await _api.NewPatientAsync();
        await _api.ImportRowsAsync("First name,Last name,Phone,SMS", $"{imported.FirstName},{imported.LastName},{imported.Phone},no");
        Assert.Contains("as an imported file says", (await ReachabilityAsync(imported)).Reason, StringComparison.Ordinal);

        // Twilio had a STOP that we never saw.
        var blocked = await _api.NewPatientAsync();
        foreach (var line in (string[])[MainLine, SecondLine])
            Stack.SandboxMessages.OptOut(blocked.Phone, line);
        await _api.TextAsync(blocked, "Are you at home?");
        var refused = await _api.WaitForTextAsync(blocked, text => text.Ours?.Status == "failed");
        var found = await ReachabilityAsync(blocked);
        Assert.Contains("as Twilio told us", found.Reason, StringComparison.Ordinal);
        Assert.Equal(refused.Line == "Main line" ? MainLine : SecondLine, found.TextStartTo);
        Assert.Null(found.Said);
    }

    [Fact]
    public async Task A_consent_that_staff_record_does_not_lift_Twilio_s_own_block()
    {
        await ReplyAsync("STOP", MainLine);
        await RecordAsync(granted: true);

        Assert.Equal((Obstacle.BlockedByTwilio, false, false), Seen(await ReachabilityAsync()));
        using var refused = await _api.SendAsync(HttpMethod.Post, $"/api/patients/{_patient.Id}/messages", new TextRequest("Are you at home?"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var words = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"texting START to {MainLine}", words, StringComparison.Ordinal);

        await ReplyAsync("START", SecondLine);
        Assert.Equal((Obstacle.BlockedByTwilio, MainLine), ((await ReachabilityAsync()).Obstacle!.Value, (await ReachabilityAsync()).TextStartTo));
        await ReplyAsync("UNSTOP", MainLine);
        Assert.True((await ReachabilityAsync()).CanBeTexted);
    }

    [Fact]
    public async Task Where_Twilio_leaves_keywords_to_us_it_blocks_nobody()
    {
        var own = await _api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), "Keywords", 10, AnswersKeywords: true));
        Stack.Keywords.Set(own.Phone, leftToUs: true);
        try
        {
            await ReplyAsync("STOP", own.Phone);
            Assert.Null((await ReachabilityAsync()).TextStartTo);
            await RecordAsync(granted: true);
            Assert.True((await ReachabilityAsync()).CanBeTexted);
            await Eventually.IsAsync(
                async () => (await _api.ConversationAsync(_patient)).Texts.All(text => text.Ours?.Status != "pending"), () => "The confirmation waits");
        }
        finally
        {
            await _api.PostAsync<SenderResponse>($"/api/senders/{own.Id}/retire");
        }
    }

    [Fact]
    public async Task Who_is_on_hold_gets_answers_alone_and_whoever_shares_the_phone_sees_what_came_from_it()
    {
        var shares = await _api.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest(null, "Second", "Holder", _patient.Phone, null, null, null, null, null, ConsentGiven: false));
        await ReplyAsync("Wrong number", MainLine);

        foreach (var patient in (PatientResponse[])[_patient, shares])
        {
            var found = await ReachabilityAsync(patient);
            Assert.Equal((Obstacle.OnHold, false, true), Seen(found));
            Assert.Equal("Wrong number", found.Said);
        }
    }

    private static (Obstacle Obstacle, bool CanBeTexted, bool CanBeAnswered) Seen(ReachabilityResponse found) =>
        (found.Obstacle!.Value, found.CanBeTexted, found.CanBeAnswered);

    private Task<ReachabilityResponse> ReachabilityAsync(PatientResponse? patient = null) =>
        _api.GetAsync<ReachabilityResponse>($"/api/patients/{(patient ?? _patient).Id}/reachability");

    private Task<PatientResponse> RecordAsync(bool granted) =>
        _api.PostAsync<PatientResponse>($"/api/patients/{_patient.Id}/consent", new ConsentRequest(granted, "They called and said so"));

    private async Task ReplyAsync(string text, string sender) =>
        Assert.True(await Stack.Phone.ReplyAsync(_patient.Phone, sender, text, TestContext.Current.CancellationToken));
}
