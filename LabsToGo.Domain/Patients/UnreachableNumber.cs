namespace LabsToGo.Domain.Patients;

/// <summary>
/// A number that texts do not reach, by what Twilio said of those that were sent there: no mobile, or silent for days. It is kept by number, so another number
/// of the patient's is another matter. Rows are written by the trigger <c>messages_mark_unreachable.sql</c>.
/// </summary>
public sealed class UnreachableNumber
{
    public Guid OrganizationId { get; private set; }

    /// <summary>E.164.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>Twilio's, of the text that decided it.</summary>
    public int Code { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>When a person said to try again, or a reply came from it; what failed before counts no more. Null while the number is not texted.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }
}
