using System.Text.RegularExpressions;
using PhoneNumbers;

namespace LabsToGo.Domain.Patients;

/// <summary>Telephone numbers in any common notation, kept as E.164. A number without a country is taken as one of the United States.</summary>
public static partial class PhoneNumber
{
    private const string Region = "US";

    private const string TooShort = "The phone number is too short; it needs the area code.";

    private const string TooLong = "The phone number is too long.";

    private const string UnknownCountry = "The phone number has an unknown country code.";

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <param name="input">As typed or imported.</param>
    /// <param name="e164">The number, when it is one.</param>
    /// <param name="reason">Otherwise what is wrong with it, for the person who typed it.</param>
    /// <remarks>
    /// Letters never stand for digits; words beside a number are passed over when it can't be mistaken. Asks whether a number is possible, not whether it is
    /// assigned: the numbers kept for fiction (555-0100 to 555-0199) are not assigned, and Twilio says soon enough which ones do not exist.
    /// </remarks>
    public static bool TryNormalize(string? input, out string e164, out string reason)
    {
        (e164, reason) = ("", "");
        var text = input?.Trim() ?? "";
        if (PlainDigits(text, ref e164))
            return true;

        text = Unrounded().Replace(PlainText.Of(text), "");
        if (text.Length == 0)
            return Refuse(out reason, "The phone number is missing.");
        if (SpreadsheetNumber.IsRounded(text))
            return Refuse(out reason, "A spreadsheet has turned this phone number into a rounded number. Format the column as text and save the file again.");
        return PhoneCell.TryFindNumber(text, out var number, out reason) && TryInternational(number, out e164, out reason);
    }

    /// <param name="number">Digits with what people write between them.</param>
    private static bool TryInternational(string number, out string e164, out string reason)
    {
        (e164, reason) = ("", "");
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        // As one dials from most countries; shorter, it is a number that a program has filled up with zeros.
        if (digits.Length >= 13 && digits.StartsWith("00", StringComparison.Ordinal) && digits[2] != '0')
            number = $"+{digits[2..]}";
        if (PlainDigits(number, ref e164))
            return true;
        if (number[0] != '+' && NorthAmericanNumber.IsPlaceholder(digits))
            return Refuse(out reason, NorthAmericanNumber.Placeholder);

        PhoneNumbers.PhoneNumber parsed;
        try
        {
            parsed = Util.Parse(number, Region);
        }
        catch (NumberParseException exception)
        {
            return Refuse(out reason, exception.ErrorType switch
            {
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => TooShort,
                ErrorType.TOO_LONG => TooLong,
                ErrorType.INVALID_COUNTRY_CODE => UnknownCountry,
                _ => PhoneCell.NoNumber,
            });
        }
        var wrong = Util.IsPossibleNumberWithReason(parsed) switch
        {
            PhoneNumberUtil.ValidationResult.IS_POSSIBLE =>
                parsed.CountryCode == 1 ? NorthAmericanNumber.Problem(Util.GetNationalSignificantNumber(parsed)) : null,
            PhoneNumberUtil.ValidationResult.TOO_LONG => TooLong,
            PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => UnknownCountry,
            _ => TooShort,
        };
        if (wrong is not null)
            return Refuse(out reason, wrong);
        e164 = Util.Format(parsed, PhoneNumberFormat.E164);
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
        // A spreadsheet's number: 4065550112.0.
        if (text.EndsWith(".0", StringComparison.Ordinal))
            return false;
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
        if (national.IsEmpty || NorthAmericanNumber.Problem(national) is not null)
            return false;
        e164 = string.Concat("+1", national);
        return true;
    }

    private static bool Refuse(out string reason, string why)
    {
        reason = why;
        return false;
    }

    [GeneratedRegex(@"(?<=\d{3})[.,]0{1,2}$|(?<=^\+?\d{7,})[.,]0+$")]
    private static partial Regex Unrounded();
}
