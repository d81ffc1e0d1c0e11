using System.Text.RegularExpressions;
using PhoneNumbers;

namespace LabsToGo.Domain.Patients;

/// <summary>Telephone numbers in any common notation, kept as E.164. A number without a country is taken as one of the United States.</summary>
public static partial class PhoneNumber
{
    private const string Region = "US";

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <param name="input">As typed or imported.</param>
    /// <param name="e164">The number, when it is one.</param>
    /// <param name="reason">Otherwise what is wrong with it, for the person who typed it.</param>
    /// <remarks>
    /// Asks whether a number is possible, not whether it is assigned: the numbers kept for fiction (555-0100 to 555-0199) are not assigned, and
    /// Twilio says soon enough which ones do not exist.
    /// </remarks>
    public static bool TryNormalize(string? input, out string e164, out string reason)
    {
        e164 = "";
        reason = "";
        var text = input?.Trim() ?? "";
        if (PlainDigits(text, ref e164))
            return true;

        if (text.Length == 0)
            return Refuse(out reason, "The phone number is missing.");
        if (Scientific().IsMatch(text))
            return Refuse(out reason, "A spreadsheet has turned this phone number into a rounded number. Format the column as text and save the file again.");
        if (!text.Any(char.IsDigit))
            return Refuse(out reason, "This is not a phone number.");

        PhoneNumbers.PhoneNumber number;
        try
        {
            number = Util.Parse(text, Region);
        }
        catch (NumberParseException exception)
        {
            return Refuse(out reason, exception.ErrorType switch
            {
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => "The phone number is too short; it needs the area code.",
                ErrorType.TOO_LONG => "The phone number is too long.",
                ErrorType.INVALID_COUNTRY_CODE => "The phone number has an unknown country code.",
                _ => "This is not a phone number.",
            });
        }

        switch (Util.IsPossibleNumberWithReason(number))
        {
            case PhoneNumberUtil.ValidationResult.IS_POSSIBLE:
                break;
            case PhoneNumberUtil.ValidationResult.TOO_LONG:
                return Refuse(out reason, "The phone number is too long.");
            case PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE:
                return Refuse(out reason, "The phone number has an unknown country code.");
            default:
                return Refuse(out reason, "The phone number is too short; it needs the area code.");
        }
        if (number.CountryCode == 1 && !IsNorthAmerican(Util.GetNationalSignificantNumber(number)))
            return Refuse(out reason, "The phone number has an area code or exchange that does not exist.");
        e164 = Util.Format(number, PhoneNumberFormat.E164);
        return true;
    }

    /// <summary>For people: <c>(212) 555-0101</c>, or the international notation of another country's number.</summary>
    public static string Format(string e164)
    {
        try
        {
            var number = Util.Parse(e164, Region);
            return Util.Format(number, number.CountryCode == 1 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            // A short code is no E.164 number, and is shown as it is.
            return e164;
        }
    }

    /// <summary>Ten digits, or eleven beginning with 1: what nearly every row of an import has, without the library's cost.</summary>
    private static bool PlainDigits(string text, ref string e164)
    {
        Span<char> digits = stackalloc char[11];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                if (count == 11)
                    return false;
                digits[count++] = character;
            }
            else if (character is not (' ' or '-' or '(' or ')' or '.') && !(character == '+' && count == 0))
            {
                return false;
            }
        }
        var international = text.StartsWith('+');
        var national = count == 11 && digits[0] == '1' ? digits[1..] : count == 10 && !international ? digits[..10] : default;
        if (national.IsEmpty || !IsNorthAmerican(national))
            return false;
        e164 = string.Concat("+1", national);
        return true;
    }

    /// <summary>North American Numbering Plan: area code and exchange begin with 2 to 9, and neither is a service code such as 911.</summary>
    private static bool IsNorthAmerican(ReadOnlySpan<char> national) =>
        national.Length == 10 && national[0] is >= '2' and <= '9' && national[3] is >= '2' and <= '9' && !national[1..3].SequenceEqual("11");

    private static bool Refuse(out string reason, string why)
    {
        reason = why;
        return false;
    }

    [GeneratedRegex(@"^\+?\d([.,]\d+)?[eE]\+?\d+$")]
    private static partial Regex Scientific();
}
