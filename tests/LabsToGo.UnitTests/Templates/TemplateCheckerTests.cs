using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

public sealed class TemplateCheckerTests
{
    [Fact]
    public void A_good_template_has_no_errors_and_no_warnings()
    {
        var check = TemplateChecker.Check("Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.");

        Assert.Empty(check.Errors);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("{{ lab_name }} “quoted”. Reply STOP to opt out.", "'“'")]
    [InlineData("Hi {{ first_name }}. Reply STOP to opt out.", "lab_name")]
    [InlineData("{{ lab_name }}: come by.", "STOP")]
    public void A_careless_template_is_warned_of(string source, string expected) =>
        Assert.Contains(TemplateChecker.Check(source).Warnings, warning => warning.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_long_text_names_its_price() =>
        Assert.Contains(
            TemplateChecker.Check("{{ lab_name }} STOP " + new string('a', 400)).Warnings, warning => warning.Contains("3 segments", StringComparison.Ordinal));
}
