using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Templates;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Api.Campaigns;

/// <summary>Whom a preview shows.</summary>
internal sealed class PreviewPatients(LabsToGoDbContext db, TimeProvider time)
{
    /// <summary>Patients whose text would be skipped are passed over; after so many it is the template, and not the patient.</summary>
    private const int Tries = 20;

    /// <param name="getsText">Whether the template gives a text for this patient.</param>
    public async Task<Patient?> FindAsync(PreviewRequest request, Func<Patient, bool> getsText, CancellationToken cancellationToken)
    {
        var patients = db.Patients.AsNoTracking();
        if (request.PatientId is { } id)
            return await patients.SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken);
        if (request.Literal)
            return null;
        var organizationId = await db.Organizations.Select(organization => organization.Id).SingleAsync(cancellationToken);
        var (audience, today) = (request.Audience.ToAudience(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var found = await db.WithConnectionAsync(
            connection => request.Of switch
            {
                PreviewOf.Longest => connection.LongestOfAudienceAsync(organizationId, audience, today, Columns(request.Template), cancellationToken),
                PreviewOf.WithoutFirstName => connection.WithoutFirstNameAsync(organizationId, audience, today, cancellationToken),
                _ => NextAsync(connection, organizationId, audience, today, request.After, cancellationToken),
            },
            cancellationToken);
        var rows = await patients.Where(patient => found.Contains(patient.Id)).ToListAsync(cancellationToken);
        var inOrder = rows.OrderBy(patient => found.IndexOf(patient.Id)).ToList();
        return inOrder.Find(patient => getsText(patient)) ?? inOrder.FirstOrDefault();
    }

    private static async Task<List<Guid>> NextAsync(
        NpgsqlConnection connection, Guid organizationId, Audience audience, DateOnly today, Guid? after, CancellationToken cancellationToken)
    {
        var next = await connection.NextOfAudienceAsync(organizationId, audience, today, after, Tries, cancellationToken);
        return after is null || next.Count > 0 ? next : await connection.NextOfAudienceAsync(organizationId, audience, today, null, Tries, cancellationToken);
    }

    /// <summary>Which of a patient's fields are in the template; their columns have the same names.</summary>
    private static IEnumerable<string> Columns(string template) =>
        ((string[])[TemplateFields.FirstName, TemplateFields.LastName, TemplateFields.City])
        .Where(field => template.Contains(field, StringComparison.Ordinal));
}
