using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class RetiringANumber(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task A_number_is_added_retired_used_again_and_retired_for_good(int width, int height)
    {
        var label = $"Fleet {Guid.NewGuid().ToString("N")[..6]}";
        await using var owner = await Session.OpenAsync(fixture, width, height);
        await owner.SignInAsync();
        await owner.Page.WaitForURLAsync("**/dashboard");
        await owner.OpenAsync("/settings", "Settings");

        await PressAsync(owner, "Add a number");
        await owner.Page.GetByLabel("Phone number").FillAsync($"(833) 555-{Random.Shared.Next(1000, 9999)}");
        await owner.Page.GetByLabel("Label").FillAsync(label);
        await PressAsync(owner, "Save");
        var row = owner.Page.GetByRole(AriaRole.Article, new() { Name = label, Exact = true });
        await Assertions.Expect(row).ToContainTextAsync("up to 1 SMS parts a second");

        await RetireAsync(owner, label);
        await Assertions.Expect(row).ToContainTextAsync("Nothing is sent from it");
        await Assertions.Expect(row.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Use again"]);

        await PressAsync(owner, $"Use again {label}");
        await Assertions.Expect(row).ToContainTextAsync("up to 1 SMS parts a second");
        await RetireAsync(owner, label);
        await Assertions.Expect(row).ToContainTextAsync("Nothing is sent from it");
    }

    private static async Task RetireAsync(Session owner, string label)
    {
        await PressAsync(owner, $"Retire {label}");
        await PressAsync(owner, "Yes, retire it");
    }

    private static Task PressAsync(Session owner, string button) =>
        owner.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
