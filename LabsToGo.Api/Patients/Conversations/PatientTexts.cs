using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Patients.Conversations;

internal static class PatientTexts
{
    public static async Task<Results<Ok<ConversationResponse>, NotFound>> GetAsync(Guid id, ConversationReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(id, cancellationToken) is { } conversation ? TypedResults.Ok(conversation) : TypedResults.NotFound();

    public static async Task<Results<Accepted<ConversationResponse>, NotFound>> SendAsync(
        Guid id, TextRequest request, ClaimsPrincipal caller, DirectTexts texts, ConversationReader reader, CancellationToken cancellationToken) =>
        await texts.SendAsync(CampaignKind.Reply, "Text to a patient", request.Text.Trim(), id, caller.GetUserId(), cancellationToken) is not null
            ? TypedResults.Accepted($"/api/patients/{id}/messages", await reader.ReadAsync(id, cancellationToken))
            : TypedResults.NotFound();
}
