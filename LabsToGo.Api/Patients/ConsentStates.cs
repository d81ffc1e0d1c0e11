using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Consent;

namespace LabsToGo.Api.Patients;

internal static class ConsentStates
{
    /// <param name="line">Of the ledger; null where there is none.</param>
    public static ConsentState State(this ConsentKind? line) => line switch
    {
        ConsentKind.Granted => ConsentState.Granted,
        ConsentKind.Revoked => ConsentState.Revoked,
        ConsentKind.Held => ConsentState.Held,
        _ => ConsentState.None,
    };
}
