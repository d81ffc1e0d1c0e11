using LabsToGo.Data.Reaching;
using LabsToGo.Twilio.Errors;

namespace LabsToGo.Api.Patients.Reaching;

internal static class UnreachableWords
{
    public static string InWords(this Unreachable unreachable) => TwilioErrors.OfCallback(unreachable.Code).InWords;
}
