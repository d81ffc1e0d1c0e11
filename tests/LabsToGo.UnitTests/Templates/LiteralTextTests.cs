using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

public sealed class LiteralTextTests
{
    [Theory]
    [InlineData("{{ first_name }}, {% if %} {{")]
    [InlineData("{% raw %}{{ x }}{% endraw %}")]
    [InlineData("Plain")]
    public void A_text_to_one_patient_is_no_template(string text) =>
        Assert.Equal(new RenderedText(text, null), MessageTemplate.Literal(text).Render(TemplateFields.Examples));

    [Fact]
    public void It_keeps_to_the_limits_of_all_texts() =>
        Assert.Equal(SkipReason.TextTooLong, MessageTemplate.Literal(new string('a', 1601)).Render(TemplateFields.Examples).Skip);
}
