using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LabsToGo.Web.Components.Shared;

/// <summary>Opens dialogs, of each kind one at a time: a button that is pressed twice asks once.</summary>
internal sealed class OneDialog(IDialogService dialogs)
{
    private readonly HashSet<Type> _open = [];

    /// <returns>A canceled one where such a dialog is open already.</returns>
    public async Task<IDialogReference> ShowAsync<TDialog>(string title, DialogParameters? parameters = null, DialogOptions? options = null)
        where TDialog : IComponent
    {
        if (!_open.Add(typeof(TDialog)))
        {
            var none = new DialogReference(Guid.NewGuid(), dialogs);
            none.Dismiss(DialogResult.Cancel());
            return none;
        }
        var opened = options is null
            ? await dialogs.ShowAsync<TDialog>(title, parameters ?? [])
            : await dialogs.ShowAsync<TDialog>(title, parameters ?? [], options);
        _ = CloseAsync<TDialog>(opened);
        return opened;
    }

    /// <summary>Asks before something that matters; the answer that changes nothing is the default one.</summary>
    public async Task<bool> AskAsync(string title, string text, string yes, bool danger = false)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Text, text },
            { dialog => dialog.Yes, yes },
            { dialog => dialog.Danger, danger },
        };
        var reference = await ShowAsync<ConfirmDialog>(title, parameters);
        return await reference.Result is { Canceled: false };
    }

    private async Task CloseAsync<TDialog>(IDialogReference opened)
    {
        await opened.Result;
        _open.Remove(typeof(TDialog));
    }
}
