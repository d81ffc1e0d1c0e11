using LabsToGo.Web.Clients;
using LabsToGo.Web.Sessions;
using MudBlazor;

namespace LabsToGo.Web.State;

/// <summary>Runs what a click asked for and tells how it went.</summary>
internal sealed class UserActions(ISnackbar snackbar)
{
    /// <param name="formShowsFields">The form says itself what is wrong with any of them: on a phone, saying it twice covers the buttons.</param>
    /// <returns>False when it was refused; the person has been told why.</returns>
    public async Task<bool> TryAsync(Func<Task> action, string? success = null, FieldErrors? fields = null, bool formShowsFields = false)
    {
        fields?.Clear();
        try
        {
            await action();
            if (success is not null)
                snackbar.Add(success, Severity.Success);
            return true;
        }
        catch (SignedOutException)
        {
            return false;
        }
        catch (ApiException refused)
        {
            fields?.Take(refused);
            if (!formShowsFields || refused.Errors.Count == 0)
                snackbar.Add(Reasons(refused), Severity.Error);
            return false;
        }
    }

    // Also what no field of the form shows.
    private static string Reasons(ApiException refused) =>
        refused.Errors.Count == 0 ? refused.Message : string.Join(" ", refused.Errors.Values.SelectMany(reasons => reasons).Distinct());
}
