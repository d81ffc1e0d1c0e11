using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Senders;

internal static class SenderNumbers
{
    /// <summary>A phone number in any notation as E.164, or a short code of five or six digits as it is.</summary>
    public static bool TryNormalize(string? input, out string number, out string problem)
    {
        var text = input?.Trim() ?? "";
        if (text.Length is not (5 or 6) || !text.All(char.IsAsciiDigit))
            return PhoneNumber.TryNormalize(text, out number, out problem);
        (number, problem) = (text, "");
        return true;
    }
}
