using System.Linq.Expressions;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Patients.Searching;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class PatientSearch
{
    public static async Task<Results<Ok<Page<PatientResponse>>, ValidationProblem>> HandleAsync(
        PatientSearchRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var lists = PatientLists.For(PatientSearchTerms.Parse(request.Search));
        var after = string.IsNullOrEmpty(request.After) ? null : SearchCursor.TryParse(request.After);
        if (!string.IsNullOrEmpty(request.After)
            && (after is null || after.List < 0 || after.List >= lists.Count || lists[after.List].KeyCount != after.Keys.Length))
            return FieldErrors.Of("after", "This is not the cursor of a page of this search. Start again without one.");

        var organizationId = caller.GetOrganizationId();
        List<PatientResponse> found = [];
        for (var at = after?.List ?? 0; at < lists.Count; at++)
        {
            var list = lists[at];
            var patients = db.Patients.AsNoTracking().Where(patient => patient.OrganizationId == organizationId && patient.ErasedAt == null)
                .Where(list.Matches);
            foreach (var earlier in lists.Take(at))
                patients = patients.Where(Not(earlier.Matches));
            if (after?.List == at)
                patients = list.After(patients, after);

            var wanted = request.Limit - found.Count;
            var rows = await WithKeys(list.Ordered(patients).Take(wanted + 1), db).ToListAsync(cancellationToken);
            found.AddRange(rows.Take(wanted).Select(row => row.Found.ToResponse()));
            if (rows.Count <= wanted)
                continue;
            // The page is full: it goes on behind its last row, or at this list's beginning when it took none of it.
            var cursor = wanted > 0 ? new SearchCursor(at, list.Keys(rows[wanted - 1]), rows[wanted - 1].Patient.Id) : null;
            return TypedResults.Ok(new Page<PatientResponse>(found, (cursor ?? Beginning(at, list)).ToString()));
        }
        return TypedResults.Ok(new Page<PatientResponse>(found, null));
    }

    private static SearchCursor Beginning(int at, PatientList list) => new(at, [.. Enumerable.Repeat("", list.KeyCount)], Guid.Empty);

    private static IQueryable<SearchRow> WithKeys(IQueryable<Patient> patients, LabsToGoDbContext db) =>
        patients.Select(patient => new SearchRow(
            new PatientRow(patient, db.CurrentConsent(patient.OrganizationId, patient.Phone).Select(consent => (ConsentKind?)consent.Kind).SingleOrDefault(),
                db.Unreachable(patient.OrganizationId, patient.Phone).SingleOrDefault()),
            EF.Property<string>(patient, "LastNameKey"),
            EF.Property<string>(patient, "FirstNameKey")));

    private static Expression<Func<Patient, bool>> Not(Expression<Func<Patient, bool>> condition) =>
        Expression.Lambda<Func<Patient, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
