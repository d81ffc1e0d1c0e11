using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>Texts to and from one patient.</summary>
public sealed class ConversationTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("Yes, 10 am is fine. See you tomorrow!")]
    [InlineData("Use {{ first_name }} and {% if x %} as they stand: {% raw %} {% endraw %} }} <b>&amp;</b>")]
    [InlineData("Two lines:\nnumber two “quoted”, and ünïcödé 😀")]
    public async Task A_text_arrives_as_it_was_written(string text)
    {
        using var api = await Stack.SignInAsync("staff@demo.example");
        var patient = await api.NewPatientAsync();

        var conversation = await api.TextAsync(patient, text);
        Assert.Equal(text, Assert.Single(conversation.Texts).Text);
        var delivered = await api.WaitForTextAsync(patient, shown => shown.Ours?.Status == "delivered");

        Assert.Equal(text, Assert.Single(Stack.SandboxMessages.Conversation(patient.Phone)).Body);
        Assert.Equal((text, TextKind.Reply, "Sara Staff"), (delivered.Text, delivered.Ours!.Kind, delivered.Ours.WrittenBy));
        await NoCampaignHoldsAsync(text);
    }

    [Fact]
    public async Task What_is_clicked_five_times_is_sent_once()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => api.SendAsync(HttpMethod.Post, Path(patient), new TextRequest("Your nurse is on the way."))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        await api.WaitForTextAsync(patient, text => text.Ours?.Status == "delivered");
        using var later = await api.SendAsync(HttpMethod.Post, Path(patient), new TextRequest("Your nurse is on the way."));
        Assert.Equal(HttpStatusCode.Conflict, later.StatusCode);
        await api.TextAsync(patient, "Your nurse is here.");
        await api.WaitForTextAsync(patient, text => text.Text == "Your nurse is here." && text.Ours?.Status == "delivered");
        Assert.Equal(2, Stack.SandboxMessages.Conversation(patient.Phone).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData(null)]
    [InlineData("x", 1601)]
    public async Task A_text_that_can_t_be_sent_is_refused_by_field(string? text, int times = 1)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();

        using var answer = await api.SendAsync(
            HttpMethod.Post, Path(patient), new { text = text is null ? null : string.Concat(Enumerable.Repeat(text, times)) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"text\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_agreed_or_has_opted_out_is_not_texted_and_the_page_says_why()
    {
        using var api = await Stack.SignInAsync();
        var never = await api.NewPatientAsync(consent: false);
        var stopped = await api.NewPatientAsync();
        await api.TextAsync(stopped, "Are you at home?");
        await api.WaitForTextAsync(stopped, text => text.Ours?.Status == "delivered");
        Assert.True(await Stack.Phone.ReplyAsync(stopped.Phone, "+18005550100", "Stop", TestContext.Current.CancellationToken));

        await IsRefusedAsync(api, never, "has not agreed");
        await IsRefusedAsync(api, stopped, "opted out");
        var conversation = await api.ConversationAsync(stopped);
        Assert.Equal(["Are you at home?", "Stop"], conversation.Texts.Select(text => text.Text));
        Assert.Equal("stop", conversation.Texts[^1].Intent);
        Assert.Empty(Stack.SandboxMessages.Conversation(never.Phone));
    }

    [Fact]
    public async Task The_answer_leaves_from_the_number_that_the_patient_wrote_to_while_it_is_active()
    {
        using var api = await Stack.SignInAsync();
        var senders = (await api.GetAsync<List<SenderResponse>>("/api/senders")).FindAll(sender => sender.Status == SenderStatus.Active);
        var patient = await api.NewPatientAsync();
        var usual = await TextFromAsync(api, patient, "First");
        var other = senders.First(sender => sender.Phone != usual);

        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, other.Phone, "Who is this?", TestContext.Current.CancellationToken));
        Assert.Equal(other.Phone, await TextFromAsync(api, patient, "Second"));
        try
        {
            await api.PostAsync<SenderResponse>($"/api/senders/{other.Id}/pause");
            Assert.Equal(usual, await TextFromAsync(api, patient, "Third"));
            await api.PostAsync<SenderResponse>($"/api/senders/{senders.First(sender => sender.Phone == usual).Id}/pause");
            await IsRefusedAsync(api, patient, "No sender number is active");
        }
        finally
        {
            foreach (var sender in senders)
                await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/resume");
        }
        Assert.Equal(
            ["Who is this?", "Second"], (await api.ConversationAsync(patient)).Texts.Where(text => text.Line == other.Label).Select(text => text.Text));
    }

    [Fact]
    public async Task Outside_of_the_patients_hours_a_text_waits_until_they_open_and_can_be_taken_back()
    {
        using var api = await Stack.SignInAsync();
        var organization = await api.GetAsync<OrganizationResponse>("/api/organization");
        var patient = await api.NewPatientAsync(timeZone: "America/Denver");
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/Denver"));
        // The hour that begins an hour and a half from now, or the one that did before.
        var opens = ((int)local.TimeOfDay.TotalMinutes + 90) % (23 * 60);
        try
        {
            await api.PutAsync<OrganizationResponse>(
                "/api/organization",
                new OrganizationRequest(organization.Name, organization.TimeZone, [.. Enumerable.Repeat(new DayHours(opens, opens + 60), 7)]));
            var leaves = (await api.ConversationAsync(patient)).Reachability.LeavesAt!.Value;
            Assert.InRange(leaves, DateTimeOffset.UtcNow.AddMinutes(28), DateTimeOffset.UtcNow.AddDays(1));
            var waiting = (await api.TextAsync(patient, "Good night")).Texts[^1];
            // Time to leave too early.
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

            Assert.Equal("pending", (await api.ConversationAsync(patient)).Texts[^1].Ours!.Status);
            await api.PostAsync<CampaignResponse>($"/api/campaigns/{waiting.Ours!.CampaignId}/cancel");
            await api.WaitForTextAsync(patient, text => text.Ours?.Status == "canceled");
            Assert.Empty(Stack.SandboxMessages.Conversation(patient.Phone));

            // Nobody knows where this one lives, and an hour that is allowed from New York to Honolulu there is none.
            await using var database = await Stack.OpenDatabaseAsync();
            await using var moved = new Npgsql.NpgsqlCommand(
                "update patients set time_zone = '' where id = $1", database) { Parameters = { new() { Value = patient.Id } } };
            await moved.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await IsRefusedAsync(api, patient, "No hour of the week");
        }
        finally
        {
            await api.PutAsync<OrganizationResponse>(
                "/api/organization", new OrganizationRequest(organization.Name, organization.TimeZone, organization.AllowedHours));
        }
    }

    private static string Path(PatientResponse patient) => $"/api/patients/{patient.Id}/messages";

    private async Task<string> TextFromAsync(ApiClient api, PatientResponse patient, string text)
    {
        await api.TextAsync(patient, text);
        await api.WaitForTextAsync(patient, shown => shown.Text == text && shown.Ours?.Status == "delivered");
        return Stack.SandboxMessages.Conversation(patient.Phone).Single(message => message.Body == text).From;
    }

    private static async Task IsRefusedAsync(ApiClient api, PatientResponse patient, string why)
    {
        Assert.Contains(why, (await api.ConversationAsync(patient)).Reachability.Reason, StringComparison.Ordinal);
        using var answer = await api.SendAsync(HttpMethod.Post, Path(patient), new TextRequest("Hello"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>What was written to a patient stands in the message alone, which retention and erasure find.</summary>
    private async Task NoCampaignHoldsAsync(string text)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "select count(*) from campaigns where template = $1", database) { Parameters = { new() { Value = text } } };
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
