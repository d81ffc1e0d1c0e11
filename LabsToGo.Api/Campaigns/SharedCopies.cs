using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Who got the one copy to a number that several patients of a campaign have.</summary>
internal static class SharedCopies
{
    /// <summary>Rides on <c>messages (phone)</c>.</summary>
    /// <returns>By the id of each row that was skipped for it: the reason, with the name.</returns>
    public static async Task<Dictionary<Guid, string>> OfAsync(
        LabsToGoDbContext db, Guid campaignId, IEnumerable<(Message Message, Patient? Patient)> rows, CancellationToken cancellationToken)
    {
        var skipped = rows.Where(row => row.Message.Reason?.StartsWith(SkipReason.DuplicatePhone.Stored(), StringComparison.Ordinal) == true)
            .Select(row => (row.Message.Id, Phone: Number(row.Message, row.Patient)))
            .ToList();
        if (skipped.Count == 0)
            return [];
        var phones = skipped.Select(row => row.Phone).Distinct().ToList();
        var names = await db.Messages.AsNoTracking()
            .Where(message => phones.Contains(message.Phone) && message.CampaignId == campaignId && message.Status != MessageStatus.Skipped)
            .Join(db.Patients, message => message.PatientId, patient => patient.Id, (message, patient) => new { message.Phone, Patient = patient })
            .ToListAsync(cancellationToken);
        var byPhone = names.GroupBy(copy => copy.Phone).ToDictionary(copies => copies.Key, copies => copies.First().Patient.Name);
        return skipped.Where(row => byPhone.ContainsKey(row.Phone)).ToDictionary(
            row => row.Id, row => $"{byPhone[row.Phone]} has the same phone number; the one copy is theirs.");
    }

    /// <summary>Where the number was changed after the start, it is the new one that was shared.</summary>
    private static string Number(Message message, Patient? patient) =>
        patient is not null && message.Reason!.EndsWith(SkipReasons.NewNumber, StringComparison.Ordinal) ? patient.Phone : message.Phone;
}
