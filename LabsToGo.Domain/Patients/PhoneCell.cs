namespace LabsToGo.Domain.Patients;

/// <summary>Finds the one number among what people write beside it: <c>Cell: 406-555-0129</c>, <c>406-555-0129 (mom, after 5 pm)</c>.</summary>
internal static class PhoneCell
{
    public const string NoNumber = "This is not a phone number.";

    private const string Letters = "This is not a phone number: letters are not taken for the digits on their keys.";

    private const string TwoNumbers = "There are two phone numbers here. Leave the one that can be texted.";

    private const string Extension = "The phone number has an extension: a switchboard can't be texted. A mobile number is needed.";

    private const string Forbidden = "The note beside the phone number says that it can't be used.";

    private const string Unclear = "There are other digits beside the phone number, and it is not clear what they mean. Leave the number alone.";

    /// <param name="text">Plain text.</param>
    /// <param name="number">Digits with what people write between them; whether they are anybody's number is another matter.</param>
    /// <param name="reason">Why there is none.</param>
    public static bool TryFindNumber(string text, out string number, out string reason)
    {
        List<PhonePart> parts = PhoneParts.Of(text);
        var numbers = parts.FindAll(part => part.Kind == PhonePartKind.Number && part.Digits.Length > 0);
        var at = parts.FindIndex(part => part.IsWhole);
        number = at >= 0 ? parts[at].Text : numbers.Count > 0 ? numbers[0].Text : "";
        reason = at >= 0 ? Problem(parts, at) : ProblemWithoutWhole(parts, numbers);
        return reason.Length == 0;
    }

    private static string ProblemWithoutWhole(List<PhonePart> parts, List<PhonePart> numbers)
    {
        var hasWords = parts.Exists(part => part.Kind == PhonePartKind.Word);
        if (numbers.Count == 0)
            return NoNumber;
        if (numbers.Exists(part => part.IsTwo) || numbers.Count(part => part.Digits.Length >= 7) > 1)
            return TwoNumbers;
        // One number of a wrong length is told so; the digits of an address or of a word are none.
        if (hasWords && (numbers.Count > 1 || numbers[0].Digits.Length < 7))
            return Letters;
        return numbers.Count > 1 || parts.Exists(part => part.Text == "@") ? NoNumber : "";
    }

    private static string Problem(List<PhonePart> parts, int at)
    {
        var digits = National(parts[at]);
        var others = parts.FindAll(part => part.Kind == PhonePartKind.Number && National(part) != digits);
        if (parts.Exists(part => part.Text == "@"))
            return NoNumber;
        if (others.Exists(part => part.Digits.Length >= 7))
            return TwoNumbers;
        var after = parts.GetRange(at + 1, parts.Count - at - 1);
        if (PhoneNotes.NameSwitchboard([.. after]))
            return Extension;
        if (PhoneNotes.Forbid(parts))
            return Forbidden;
        if (others.Count == 0)
            return "";
        var next = after.FindIndex(part => part.Kind == PhonePartKind.Number);
        if (next > 0 && PhoneNotes.Divide(after[next - 1]))
            return TwoNumbers;
        return others.Count == after.Count(part => part.Kind == PhonePartKind.Number) && PhoneNotes.NameTimes(after) ? "" : Unclear;
    }

    /// <summary>The same number may be written twice, once with its country.</summary>
    private static string National(PhonePart part) => part.Digits.Length == 11 && part.Digits[0] == '1' ? part.Digits[1..] : part.Digits;
}
