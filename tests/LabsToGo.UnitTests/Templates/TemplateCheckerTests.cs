using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

public sealed class TemplateCheckerTests
{
    [Fact]
    public void A_good_template_has_no_errors_and_no_warnings()
    {
        var check = TemplateChecker.Check("Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.", "Demo Lab");

        Assert.Empty(check.Errors);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("{{ lab_name }} “quoted”. Reply STOP to opt out.", "'“'")]
    [InlineData("Hi {{ first_name }}. Reply STOP to opt out.", "lab_name")]
    [InlineData("{{ lab_name }}: come by.", "STOP")]
    [InlineData("Hi {first_name}, demo lab here. Reply STOP to opt out.", "{first_name} is sent as it stands")]
    [InlineData("Hi [First Name], demo lab here. Reply STOP to opt out.", "[First Name] is sent as it stands")]
    [InlineData("Hi ((first_name)), demo lab here. Reply STOP to opt out.", "((first_name)) is sent as it stands")]
    [InlineData("Hi (first_name), demo lab here. Reply STOP to opt out.", "(first_name) is sent as it stands")]
    [InlineData("Hi <name>, demo lab here. Reply STOP to opt out.", "<name> is sent as it stands")]
    [InlineData("Hi %FIRSTNAME%, demo lab here. Reply STOP to opt out.", "%FIRSTNAME% is sent as it stands")]
    public void A_careless_template_is_warned_of(string source, string expected) =>
        Assert.Contains(TemplateChecker.Check(source, "Demo Lab").Warnings, warning => warning.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_long_text_names_its_price() =>
        Assert.Contains(
            TemplateChecker.Check("{{ lab_name }} STOP " + new string('a', 400), "Demo Lab").Warnings,
            warning => warning.Contains("3 parts", StringComparison.Ordinal));

    [Theory]
    [InlineData("Demo Lab: bring your card (and a friend). Reply STOP to opt out.")]
    [InlineData("demo lab, (name of the nurse: Ann). 100 % free. Reply STOP to opt out.")]
    [InlineData("{{ lab_name }}: {% if city %}we come to {{ city }}{% else %}we come{% endif %}. Reply STOP to opt out.")]
    public void What_is_fine_is_not_warned_of(string source) => Assert.Empty(TemplateChecker.Check(source, "Demo Lab").Warnings);
}
