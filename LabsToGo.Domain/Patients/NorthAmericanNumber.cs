namespace LabsToGo.Domain.Patients;

/// <summary>Which ten digits can be somebody's number, by the North American Numbering Plan.</summary>
internal static class NorthAmericanNumber
{
    private const string Nonexistent = "The phone number has an area code or exchange that does not exist.";

    public const string Placeholder = "These digits only fill the place of a phone number. Leave it empty until the number is known.";

    /// <param name="national">Ten digits.</param>
    /// <returns>Null when it may be somebody's; otherwise why not, for the person who typed it.</returns>
    public static string? Problem(ReadOnlySpan<char> national)
    {
        var area = national[..3];
        var exchange = national[3..6];
        if (IsPlaceholder(national))
            return Placeholder;
        // Area code and exchange begin with 2 to 9, and neither is a service code such as 911. The easily recognized codes are toll-free (888) or not assigned.
        if (!StartsWell(area) || !StartsWell(exchange) || (IsOneDigit(area) && area[0] != '8'))
            return Nonexistent;
        if (area.SequenceEqual("900") || exchange.SequenceEqual("976"))
            return "This is the number of a paid service (area code 900 or exchange 976), which can't be a patient's.";
        return exchange.SequenceEqual("555") && national[6..].SequenceEqual("1212") ? "This is the number of directory assistance, not of a person." : null;
    }

    /// <summary>What people type where a form insists on a number: one digit over and over, or digits in their order.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> digits) => digits.Length >= 7 && (IsOneDigit(digits[^7..]) || Counts(digits, 1) || Counts(digits, 9));

    private static bool StartsWell(ReadOnlySpan<char> code) => code[0] is >= '2' and <= '9' && !code[1..].SequenceEqual("11");

    private static bool IsOneDigit(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept(digits[0]);

    private static bool Counts(ReadOnlySpan<char> digits, int step)
    {
        for (var at = 1; at < digits.Length; at++)
        {
            if (digits[at] - '0' != (digits[at - 1] - '0' + step) % 10)
                return false;
        }
        return true;
    }
}
