using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>What the words beside a phone number say of it.</summary>
internal static class PhoneNotes
{
    private static readonly FrozenSet<string> Extensions = Words("ext extn extension ex x xt p w pause wait option opt press dial pin code dept department");

    private static readonly FrozenSet<string> Switchboards = Words("switchboard reception receptionist operator");

    private static readonly FrozenSet<string> Divides = Words("or and then else alt alternate alternative / & |");

    private static readonly FrozenSet<string> Times =
        Words("after before until till between from am pm morning evening evenings noon weekdays weekends mon tue wed thu fri sat sun " +
            "monday tuesday wednesday thursday friday saturday sunday since hrs hours oclock");

    private static readonly FrozenSet<string> Unusable =
        Words("wrong disconnected invalid incorrect bad old former fax pager beeper landline deceased unknown refused declined stop dnc dnt dnd");

    private static readonly FrozenSet<string> Negations = Words("no not dont never cannot cant wont doesnt isnt");

    private static readonly FrozenSet<string> Uses =
        Words("text texts texting txt sms message messages call calls contact use used service working longer good valid number phone cell mobile");

    private static readonly FrozenSet<string> Nothing = Words("n a na none no nil");

    /// <summary>"ext. 12", "ext. billing", "press 2"; an "ext." with nothing behind it says nothing.</summary>
    /// <param name="after">What stands behind the number.</param>
    public static bool NameSwitchboard(ReadOnlySpan<PhonePart> after)
    {
        for (var at = 0; at < after.Length; at++)
        {
            if (Switchboards.Contains(after[at].Text) || (OpensExtension(after[at]) && IsExtension(after[at].Text, after[(at + 1)..])))
                return true;
        }
        return false;
    }

    private static bool OpensExtension(PhonePart part) => part.Kind == PhonePartKind.Mark ? part.Text is "#" or "," or ";" : Extensions.Contains(part.Text);

    private static bool IsExtension(string opened, ReadOnlySpan<PhonePart> behind)
    {
        while (!behind.IsEmpty && behind[0].Kind == PhonePartKind.Mark)
            behind = behind[1..];
        if (behind.IsEmpty)
            return false;
        return behind[0].Kind == PhonePartKind.Number
            ? behind[0].Digits.Length < 7
            : opened.StartsWith("ext", StringComparison.Ordinal) && !Nothing.Contains(behind[0].Text);
    }

    public static bool Divide(PhonePart part) => Divides.Contains(part.Text);

    public static bool NameTimes(IEnumerable<PhonePart> parts) => parts.Any(part => part.Kind == PhonePartKind.Word && Times.Contains(part.Text));

    /// <summary>"wrong number", "fax", "do not text".</summary>
    public static bool Forbid(IReadOnlyCollection<PhonePart> parts) =>
        parts.Any(part => Unusable.Contains(part.Text))
        || (parts.Any(part => Negations.Contains(part.Text)) && parts.Any(part => Uses.Contains(part.Text)));

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
