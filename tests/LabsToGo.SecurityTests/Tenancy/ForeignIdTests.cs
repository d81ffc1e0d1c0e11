using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.SecurityTests.Fuzzing;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Tenancy;

/// <summary>Another laboratory's ids at every endpoint: as if they did not exist (G6).</summary>
public sealed class ForeignIdTests(StackFixture fixture)
{
    [Fact]
    public async Task Another_organizations_id_is_nobodys_id_at_every_endpoint()
    {
        var foreign = await OtherOrganization.MakeAsync(fixture.Stack);
        var before = await OtherOrganization.ContentAsync(fixture.Stack, foreign["organizations"]);
        using var owner = await fixture.Stack.SignInAsync();
        var wrong = new List<string>();
        var tried = 0;
        foreach (var operation in fixture.Api.Operations.Where(operation => operation.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            // Every kind of id in every place, with a body that would be taken.
            foreach (var id in foreign.Values)
            {
                foreach (var body in operation.BodySchema is null ? [""] : Bodies(operation))
                {
                    using var request = new HttpRequestMessage(
                        new HttpMethod(operation.Method), operation.Fill(name => (name == "messageId" ? foreign["messages"] : id).ToString()));
                    if (body.Length > 0)
                        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                    else if (operation.Path.EndsWith("/file", StringComparison.Ordinal))
                        request.Content = new StringContent("Phone\n+12125550100\n", Encoding.UTF8, "text/csv");
                    using var answer = await owner.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                    if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest))
                        wrong.Add($"{operation.Key} answered {(int)answer.StatusCode} to {body}");
                    tried++;
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"tried {tried} requests with foreign ids");
        Assert.Empty(wrong.Distinct());
        Assert.Equal(before, await OtherOrganization.ContentAsync(fixture.Stack, foreign["organizations"]));
    }

    [Fact]
    public async Task Another_organizations_ids_in_a_body_find_nothing()
    {
        var foreign = await OtherOrganization.MakeAsync(fixture.Stack);
        using var owner = await fixture.Stack.SignInAsync();

        var audience = new AudienceFilter(ImportId: foreign["patient_imports"]);
        Assert.Equal(0, (await owner.PostAsync<AudienceCountResponse>("/api/campaigns/audience", audience)).Total);
        Assert.Empty((await owner.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(ActorId: foreign["users"]))).Items);
        Assert.DoesNotContain(
            (await owner.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("Other"))).Items,
            patient => patient.Id == foreign["patients"]);
        var campaign = await owner.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Foreign audience", "Hello {{ first_name }}", audience));
        using var start = await owner.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/start");
        Assert.Equal(HttpStatusCode.BadRequest, start.StatusCode);
    }

    private IEnumerable<string> Bodies(ApiOperation operation)
    {
        var generator = new BodyGenerator(fixture.Api, Random.Shared);
        return Enumerable.Range(0, Thoroughness.Full ? 20 : 4).Select(_ => generator.Make(operation.BodySchema!)?.ToJsonString() ?? "null")
            .Append(Valid(operation.Key));
    }

    private static string Valid(string key) => key switch
    {
        "PUT /api/patients/{id}" => """{"firstName":"Mallory","lastName":"X","phone":"+12125550100","consentGiven":false}""",
        "POST /api/patients/{id}/consent" => """{"granted":true}""",
        "PUT /api/campaigns/{id}" => """{"name":"Mallory's","template":"Hello","audience":{}}""",
        "PUT /api/senders/{id}" => """{"phone":"+18335550100","label":"Mallory's","segmentsPerSecond":1}""",
        "POST /api/campaigns/{id}/messages/search" => "{}",
        "POST /api/campaigns/{id}/messages/{messageId}/decision" or "POST /api/campaigns/{id}/messages/decisions" => """{"arrived":false}""",
        _ => "{}",
    };
}
