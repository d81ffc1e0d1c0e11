using LabsToGo.Api.Patients.Reaching;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Conversations;

/// <summary>What a person is told before a text to one patient is taken. The claim asks again, at the moment of sending.</summary>
internal static class TextingRules
{
    /// <returns>Why nothing can be sent to the patient, and what to do; null when a text can.</returns>
    public static async Task<string?> RefusalAsync(this LabsToGoDbContext db, Patient patient, CampaignKind kind, CancellationToken cancellationToken)
    {
        if (patient.ErasedAt is not null)
            return "This patient was erased on request.";
        if (patient.Deceased)
            return "This patient has died, by our records. If that is wrong, edit the patient first.";
        var consent = await db.CurrentConsent(patient.OrganizationId, patient.Phone).Select(consent => (ConsentKind?)consent.Kind)
            .SingleOrDefaultAsync(cancellationToken);
        if (consent is null)
            return "This patient has not agreed to get texts. Record a consent first.";
        if (consent is ConsentKind.Revoked)
            return "This patient has opted out of texts. Only they can take that back: by texting START, or by agreeing anew, which you then record.";
        if (consent is ConsentKind.Held && kind is not CampaignKind.Reply)
            return "A reply from this number may be an opt-out: nothing is sent but answers until somebody decides on the patient's page.";
        if (await db.Unreachable(patient.OrganizationId, patient.Phone).SingleOrDefaultAsync(cancellationToken) is { } unreachable)
            return $"Texts do not reach this number: {unreachable.InWords()}. Correct the number, or have it tried again on the patient's page.";
        if (!await db.Senders.AnyAsync(sender => sender.Status == SenderStatus.Active, cancellationToken))
            return "No sender number is active. Add or resume one under Settings first.";
        if (await db.NextAllowedAsync(patient.Id, cancellationToken) == DateTimeOffset.MaxValue)
            return "No hour of the week is allowed for this patient by your sending hours. Enter the patient's time zone, or widen the hours under Settings.";
        return null;
    }
}
