using Microsoft.AspNetCore.Components;

namespace LabsToGo.Web.Components.Shared;

/// <summary>
/// Does something again and again while it is shown. What goes wrong there meets the page's error boundary, as if it had gone wrong in a click.
/// </summary>
public abstract class LoopingComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    /// <summary>Canceled when the component is not shown any more.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    public void Dispose()
    {
        _leaving.Cancel();
        Left();
        GC.SuppressFinalize(this);
    }

    protected abstract Task LoopAsync();

    protected virtual void Left() { }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await LoopAsync();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
