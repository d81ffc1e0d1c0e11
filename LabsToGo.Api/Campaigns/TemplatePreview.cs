using LabsToGo.Api.Patients;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Messages.Segments;
using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Templates;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Shows a template as one real patient would get it.</summary>
internal sealed class TemplatePreview(LabsToGoDbContext db, PreviewPatients patients, TimeProvider time)
{
    public async Task<PreviewResponse> ShowAsync(PreviewRequest request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var check = request.Literal ? WordingChecker.Check(request.Template) : TemplateChecker.Check(request.Template, organization.Name);
        var template = request.Literal ? MessageTemplate.Literal(request.Template) : null;
        if (template is null && !MessageTemplate.TryParse(request.Template, out template, out _))
            return new PreviewResponse("", 0, 0, "GSM-7", null, check.Errors, [], []);

        var example = TemplateFields.Examples with { LabName = organization.Name, Now = TemplateValues.Wall(organization.TimeZone, time.GetUtcNow()) };
        var patient = await patients.FindAsync(request, patient => template.Render(Values(example, patient)).Skip is null, cancellationToken);
        var rendered = template.Render(Values(example, patient));
        var count = SegmentCounter.Count(rendered.Text);
        return new PreviewResponse(
            rendered.Text,
            rendered.Skip is null ? count.Segments : 0,
            rendered.Text.Length,
            count.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2",
            patient?.Name,
            check.Errors,
            [.. check.Warnings, .. await HintsAsync(rendered.Skip, organization, patient, cancellationToken)],
            check.ToMarks(),
            count.Encoding is SmsEncoding.Ucs2 && SegmentCounter.Count(template.Render(example).Text).Encoding is SmsEncoding.Gsm7,
            patient?.Id);
    }

    private static TemplateValues Values(TemplateValues example, Patient? patient) =>
        patient is null ? example : example with { FirstName = patient.FirstName, LastName = patient.LastName, City = patient.City };

    private async Task<IReadOnlyList<string>> HintsAsync(
        SkipReason? skip, Organization organization, Patient? patient, CancellationToken cancellationToken)
    {
        List<string> hints = skip is { } reason ? [$"This patient would be skipped: {SkipReasons.InWords(reason.Stored())}"] : [];
        if (patient is not null && Waiting(organization, patient, await db.NextAllowedAsync(patient.Id, cancellationToken)) is { } waiting)
            hints.Add(waiting);
        return hints;
    }

    private string? Waiting(Organization organization, Patient patient, DateTimeOffset allowed)
    {
        if (allowed == DateTimeOffset.MaxValue)
            return "No hour of the week is allowed for this patient by your sending hours. Enter the patient's time zone, or widen the hours.";
        // The clocks of two machines.
        if (allowed < time.GetUtcNow().AddMinutes(1))
            return null;
        var (zone, place) = TimeZoneInfo.TryFindSystemTimeZoneById(patient.TimeZone, out var found)
            ? (found, "there")
            : (TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), "your time");
        return "It is outside of your sending hours where this patient lives; the text would wait until " +
            $"{TimeZoneInfo.ConvertTime(allowed, zone):ddd h:mm tt} {place}.";
    }
}
