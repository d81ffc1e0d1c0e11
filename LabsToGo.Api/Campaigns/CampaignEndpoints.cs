using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Templates;

namespace LabsToGo.Api.Campaigns;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/campaigns").WithTags("Campaigns").RequireAuthorization();
        read.MapGet("/", CampaignReading.ListAsync);
        read.MapGet("/{id:guid}", CampaignReading.GetAsync);
        read.MapPost("/{id:guid}/messages/search", MessageSearch.SearchAsync);
        read.MapGet("/template-fields", () => TemplateFields.All.Select(field => new TemplateFieldResponse(field.Name, field.Description, field.Example)));
        read.MapPost("/audience", AudienceCount.CountAsync);
        read.MapPost("/preview", (PreviewRequest request, TemplatePreview preview, CancellationToken cancellationToken) => preview.ShowAsync(request, cancellationToken));

        var write = app.MapGroup("/api/campaigns").WithTags("Campaigns").RequireAuthorization(Policies.CanWrite);
        write.MapPost("/", CampaignDrafting.CreateAsync);
        write.MapPut("/{id:guid}", CampaignDrafting.ChangeAsync);
        write.MapDelete("/{id:guid}", CampaignDrafting.DeleteAsync);
        write.MapPost("/{id:guid}/start", CampaignControl.StartAsync);
        write.MapPost("/{id:guid}/pause", CampaignControl.PauseAsync);
        write.MapPost("/{id:guid}/resume", CampaignControl.ResumeAsync);
        write.MapPost("/{id:guid}/cancel", CampaignControl.CancelAsync);
        write.MapPost("/{id:guid}/messages/{messageId:guid}/decision", MessageDecisions.DecideAsync);
        write.MapPost("/{id:guid}/messages/decisions", MessageDecisions.DecideAllAsync);
    }
}
