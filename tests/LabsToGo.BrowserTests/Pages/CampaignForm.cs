using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Pages;

internal sealed class CampaignForm(Session session)
{
    private IPage Page => session.Page;

    public ILocator Preview => Page.Locator(".preview");

    public Task NameAsync(string name) => Page.GetByLabel("Campaign name").FillAsync(name);

    public Task WriteAsync(string template) => Page.GetByLabel("Message text").FillAsync(template);

    public Task SaveAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
}
