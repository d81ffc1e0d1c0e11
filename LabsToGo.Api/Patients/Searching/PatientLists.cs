#pragma warning disable CA1309 // Postgres compares these, by the bytes of collation "C".
using System.Linq.Expressions;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>
/// A search is answered list by list (by number, by its end, by patient number, by last name, by first name): each is a range of one index, so that a page
/// costs the same at any depth. One condition over all of them would read the whole table.
/// </summary>
internal static class PatientLists
{
    private const string Last = "LastNameKey";
    private const string First = "FirstNameKey";
    private const string PhoneBackwards = "PhoneBackwards";

    public static IReadOnlyList<PatientList> For(PatientSearchTerms terms)
    {
        if (terms.IsEmpty)
            return [ByName(Last, First, "", null)];
        List<PatientList> lists = [];
        if (terms.Phone is { } phone)
        {
            var end = End(phone);
            lists.Add(ByPhone(patient => string.Compare(patient.Phone, phone) >= 0 && string.Compare(patient.Phone, end) < 0));
        }
        if (terms.PhoneEnd is { } digits)
            lists.Add(ByPhoneEnd(Backwards(digits)));
        foreach (var externalId in terms.ExternalIds)
        {
            var end = End(externalId);
            lists.Add(ByExternalId(patient => string.Compare(patient.ExternalId, externalId) >= 0 && string.Compare(patient.ExternalId, end) < 0));
        }
        foreach (var (one, other) in terms.Names)
        {
            lists.Add(ByName(Last, First, one, other));
            lists.Add(ByName(First, Last, one, other));
        }
        return lists;
    }

    private static PatientList ByPhone(Expression<Func<Patient, bool>> matches) => new(
        matches,
        patients => patients.OrderBy(patient => patient.Phone).ThenBy(patient => patient.Id),
        (patients, after) =>
            patients.Where(patient => EF.Functions.GreaterThan(ValueTuple.Create(patient.Phone, patient.Id), ValueTuple.Create(after.Keys[0], after.Id))),
        row => [row.Patient.Phone],
        KeyCount: 1);

    private static PatientList ByPhoneEnd(string backwards)
    {
        var end = End(backwards);
        return new(
            patient => string.Compare(EF.Property<string>(patient, PhoneBackwards), backwards) >= 0
                && string.Compare(EF.Property<string>(patient, PhoneBackwards), end) < 0,
            patients => patients.OrderBy(patient => EF.Property<string>(patient, PhoneBackwards)).ThenBy(patient => patient.Id),
            (patients, after) => patients.Where(patient => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Property<string>(patient, PhoneBackwards), patient.Id), ValueTuple.Create(after.Keys[0], after.Id))),
            row => [Backwards(row.Patient.Phone)],
            KeyCount: 1);
    }

    private static PatientList ByExternalId(Expression<Func<Patient, bool>> matches) => new(
        matches,
        patients => patients.OrderBy(patient => patient.ExternalId),
        (patients, after) =>
        {
            var key = after.Keys[0];
            return patients.Where(patient => string.Compare(patient.ExternalId, key) > 0);
        },
        row => [row.Patient.ExternalId ?? ""],
        KeyCount: 1);

    /// <param name="leading">The name by which the list is ordered first, and which begins with <paramref name="prefix"/>.</param>
    private static PatientList ByName(string leading, string following, string prefix, string? secondPrefix)
    {
        var (end, second, secondEnd) = (End(prefix), secondPrefix ?? "", End(secondPrefix ?? ""));
        return new(
            patient =>
                string.Compare(EF.Property<string>(patient, leading), prefix) >= 0 && string.Compare(EF.Property<string>(patient, leading), end) < 0
                && string.Compare(EF.Property<string>(patient, following), second) >= 0
                    && string.Compare(EF.Property<string>(patient, following), secondEnd) < 0,
            patients => patients
                .OrderBy(patient => EF.Property<string>(patient, leading))
                .ThenBy(patient => EF.Property<string>(patient, following))
                .ThenBy(patient => patient.Id),
            (patients, after) => patients.Where(patient => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Property<string>(patient, leading), EF.Property<string>(patient, following), patient.Id),
                ValueTuple.Create(after.Keys[0], after.Keys[1], after.Id))),
            row => leading == Last ? [row.LastNameKey, row.FirstNameKey] : [row.FirstNameKey, row.LastNameKey],
            KeyCount: 2);
    }

    private static string Backwards(string text) => new([.. text.Reverse()]);

    /// <summary>Behind everything that begins with the prefix, in the byte order of collation "C".</summary>
    private static string End(string prefix) => prefix + "\U0010FFFF";
}
