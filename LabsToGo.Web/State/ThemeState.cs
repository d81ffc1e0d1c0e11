using Microsoft.JSInterop;

namespace LabsToGo.Web.State;

/// <summary>Light, dark, or as the device says; the choice is kept in a cookie so that the next page starts in it.</summary>
public sealed class ThemeState(IJSRuntime browser, string choice, bool dark)
{
    /// <summary><c>light</c>, <c>dark</c> or <c>system</c>.</summary>
    public string Choice { get; private set; } = choice;

    public bool Dark { get; set; } = dark;

    public async Task ChooseAsync(string choice)
    {
        Choice = choice;
        await ApplyAsync();
    }

    public async Task ApplyAsync() => Dark = await browser.InvokeAsync<bool>("labsToGo.theme.choose", Choice);
}
