using System.Net.Http.Json;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Web;

/// <summary>Puts markup into every text field, by the Api, as a colleague with bad intentions could.</summary>
internal sealed class Planting(Stack stack, ApiClient owner, Payloads payloads)
{
    /// <summary>The fields that were filled, as <see cref="TextFields"/> names them.</summary>
    public HashSet<string> Fields { get; } = [];

    /// <summary>Where to look, with parameters filled in.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>Somebody who may see everything, and who has markup for a name.</summary>
    public string Email { get; private set; } = "";

    public async Task PlantAsync()
    {
        var kinds = Payloads.SomeKinds();
        foreach (var kind in kinds)
            await PlantAsync(kind, last: kind == kinds[^1]);
        var organization = await owner.GetAsync<OrganizationResponse>("/api/organization");
        await owner.PutAsync<OrganizationResponse>(
            "/api/organization",
            new OrganizationRequest(
                Text(1, "PUT /api/organization name"), organization.TimeZone, organization.AllowedHours, Text(1, "PUT /api/organization helpText")));
    }

    private async Task PlantAsync(int kind, bool last)
    {
        var phone = NewPhones.In("646");
        var patient = await owner.PostAsync<PatientResponse>("/api/patients", new PatientRequest(
            Text(kind, "POST /api/patients externalId"), Text(kind, "POST /api/patients firstName"), Text(kind, "POST /api/patients lastName"), phone, null,
            Text(kind, "POST /api/patients city"), "AK", null, null, ConsentGiven: true));
        await owner.PutAsync<PatientResponse>($"/api/patients/{patient.Id}", new PatientRequest(
            Text(kind, "PUT /api/patients/{id} externalId"), Text(kind, "PUT /api/patients/{id} firstName"), Text(kind, "PUT /api/patients/{id} lastName"),
            phone, null, Text(kind, "PUT /api/patients/{id} city"), "AK", null, null, ConsentGiven: false));
        using (var consent = await owner.SendAsync(
            HttpMethod.Post, $"/api/patients/{patient.Id}/consent", new ConsentRequest(true, Text(kind, "POST /api/patients/{id}/consent note"))))
            consent.EnsureSuccessStatusCode();

        await owner.PostAsync<ConversationResponse>(
            $"/api/patients/{patient.Id}/messages", new TextRequest(Text(kind, "POST /api/patients/{id}/messages text")));
        var campaign = await owner.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest(Text(kind, "POST /api/campaigns name"), Text(kind, "POST /api/campaigns template"), new(States: ["AK"])));
        await owner.PutAsync<CampaignResponse>(
            $"/api/campaigns/{campaign.Id}",
            new CampaignRequest(Text(kind, "PUT /api/campaigns/{id} name"), Text(kind, "PUT /api/campaigns/{id} template"), new(States: ["AK"])));
        await owner.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest(Text(kind, "POST /api/campaigns/preview template")));
        var sender = await owner.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), Text(kind, "POST /api/senders label"), 1));
        await owner.PutAsync<SenderResponse>($"/api/senders/{sender.Id}", new SenderRequest(sender.Phone, Text(kind, "PUT /api/senders/{id} label"), 1));
        await owner.PostAsync<NewApiKeyResponse>(
            "/api/api-keys", new ApiKeyRequest(Text(kind, "POST /api/api-keys name"), [Permission.PatientsRead], Test: true, Days: 1));

        var import = await owner.PostAsync<ImportResponse>(
            "/api/patients/imports", new CreateImportRequest(Text(kind, "POST /api/patients/imports fileName"), ConsentGiven: false));
        var header = payloads.Make(kind, "a header of an imported file");
        using var file = new StringContent(
            $"Phone,First name,\"{header.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n12,{Guid.NewGuid():N},x\n", Encoding.UTF8, "text/csv");
        using (var uploaded = await owner.Http.PutAsync(new Uri($"/api/patients/imports/{import.Id}/file", UriKind.Relative), file))
            uploaded.EnsureSuccessStatusCode();

        // A person, who signs in by a program with markup for a name, pauses a campaign, and declines one.
        Fields.Add("POST /api/users email");
        // The last one signs in by the browser, whose own form takes no such address.
        var email = $"{(last ? "" : "<img/src=x/data-pwned/onerror=pwned(1)>")}{Guid.NewGuid():N}@demo.example";
        var invited = await owner.PostAsync<PasswordLinkResponse>("/api/users", new InviteRequest(Text(kind, "POST /api/users name"), email, "owner"));
        using (var done = await owner.SendAsync(HttpMethod.Post, "/api/account/password-link", new SetPasswordRequest(invited.Token, NewUsers.Password)))
            done.EnsureSuccessStatusCode();
        await owner.PutAsync<UserResponse>($"/api/users/{invited.User.Id}", new UserRequest(Text(kind, "PUT /api/users/{id} name"), "owner"));
        using var colleague = new HttpClient { BaseAddress = stack.Api.Url };
        colleague.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", payloads.Make(kind, "the program's name at a sign-in"));
        using (var signedIn = await colleague.PostAsJsonAsync("/api/account/sign-in", new SignInRequest(email, NewUsers.Password), ContractJson.Options))
            signedIn.EnsureSuccessStatusCode();
        using var person = await ApiClient.SignInAsync(stack.Api.Url, email, NewUsers.Password);
        await using (await OtherLimits.SetAsync(owner, limits => limits with { ApprovalAbove = 0 }))
        {
            await owner.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/start");
            await person.PostAsync<CampaignResponse>(
                $"/api/campaigns/{campaign.Id}/approval/decline", new DeclineRequest(Text(kind, "POST /api/campaigns/{id}/approval/decline note")));
        }
        Pages.AddRange(
            [$"/patients/{patient.Id}", $"/patients/{patient.Id}/edit", $"/campaigns/{campaign.Id}", $"/campaigns/{campaign.Id}/edit",
                $"/patients/imports/{import.Id}"]);
        Email = email;
    }

    private string Text(int kind, string field)
    {
        Fields.Add(field);
        return payloads.Make(kind, field);
    }
}
