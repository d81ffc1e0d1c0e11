using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Templates;

namespace LabsToGo.Api.Campaigns;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/api/campaigns").WithTags("Campaigns");
        var read = campaigns.MapGroup("").RequirePermission(Permission.CampaignsRead);
        read.MapGet("/", CampaignList.ListAsync);
        read.MapGet("/{id:guid}", CampaignList.GetAsync);
        read.MapGet("/{id:guid}/warnings", CampaignWarnings.GetAsync);
        read.MapPost("/{id:guid}/messages/search", MessageSearch.SearchAsync).Audit("campaign.read-messages", oneLook: TimeSpan.FromMinutes(5));
        read.MapGet("/template-fields", () => TemplateFields.All.Select(field => new TemplateFieldResponse(field.Name, field.Description, field.Example)));
        read.MapPost("/audience", AudienceCount.CountAsync);
        read.MapPost(
            "/preview", (PreviewRequest request, TemplatePreview preview, CancellationToken cancellationToken) => preview.ShowAsync(request, cancellationToken))
                .Audit("patient.preview-text");

        var edit = campaigns.MapGroup("").RequirePermission(Permission.CampaignsEdit);
        edit.MapPost("/", CampaignDrafts.CreateAsync).Audit("campaign.create").Idempotent();
        edit.MapPut("/{id:guid}", CampaignDrafts.ChangeAsync).Audit("campaign.change");
        edit.MapDelete("/{id:guid}", CampaignDrafts.DeleteAsync).Audit("campaign.delete");

        var send = campaigns.MapGroup("").RequirePermission(Permission.CampaignsSend);
        send.MapPost("/{id:guid}/start", StartPauseCancel.StartAsync).Audit("campaign.start").Idempotent();
        send.MapPost("/{id:guid}/test", TestSending.SendAsync).Audit("campaign.test").Idempotent();
        send.MapPost("/{id:guid}/resume", StartPauseCancel.ResumeAsync).Audit("campaign.resume").Idempotent();

        send.MapPost("/{id:guid}/approval/withdraw", SecondPerson.WithdrawAsync).Audit("campaign.withdraw-ask");

        var approve = campaigns.MapGroup("").RequirePermission(Permission.CampaignsApprove);
        approve.MapPost("/{id:guid}/approval", SecondPerson.ApproveAsync).Audit("campaign.approve").Idempotent();
        approve.MapPost("/{id:guid}/approval/decline", SecondPerson.DeclineAsync).Audit("campaign.decline");

        var stop = campaigns.MapGroup("").RequirePermission(Permission.CampaignsStop);
        stop.MapPost("/{id:guid}/pause", StartPauseCancel.PauseAsync).Audit("campaign.pause");
        stop.MapPost("/{id:guid}/cancel", StartPauseCancel.CancelAsync).Audit("campaign.cancel");

        var decide = campaigns.MapGroup("").RequirePermission(Permission.MessagesDecide);
        decide.MapPost("/{id:guid}/messages/{messageId:guid}/decision", MessageDecisions.DecideAsync).Audit("message.decide").Idempotent();
        decide.MapPost("/{id:guid}/messages/decisions", MessageDecisions.DecideAllAsync).Audit("message.decide-all").Idempotent();
    }
}
