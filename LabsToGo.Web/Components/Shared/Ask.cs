using MudBlazor;

namespace LabsToGo.Web.Components.Shared;

internal static class Ask
{
    /// <summary>Asks before something that matters; the answer that changes nothing is the default one.</summary>
    public static async Task<bool> AskAsync(this IDialogService dialogs, string title, string text, string yes, bool danger = false)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Text, text },
            { dialog => dialog.Yes, yes },
            { dialog => dialog.Danger, danger },
        };
        var reference = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await reference.Result is { Canceled: false };
    }
}
