using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

public sealed class MessageTemplateTests
{
    private static readonly TemplateValues Maria = new("Maria", "Alvarez", null, "Labs To Go", new(2026, 12, 1, 20, 30, 0));

    [Theory]
    [InlineData("Hi {{ first_name }}, this is {{ lab_name }}.", "Hi Maria, this is Labs To Go.")]
    [InlineData("{{ first_name | upcase }} {{ last_name }}", "MARIA Alvarez")]
    [InlineData("{% if city %}In {{ city }}{% else %}At home{% endif %}", "At home")]
    [InlineData("In {{ city | default: 'your town' }}", "In your town")]
    [InlineData("{% assign who = first_name %}{{ who }}", "Maria")]
    [InlineData("  spaces at the ends go  ", "spaces at the ends go")]
    [InlineData("{% if city == nil %}none{% endif %}", "none")]
    [InlineData("{% if city == blank and last_name != blank %}none{% endif %}", "none")]
    [InlineData("{% capture x %} {% endcapture %}{% if x == blank %}none{% endif %}", "none")]
    [InlineData("{% for i in (1..3) %}{{ forloop.index }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1, 2, 3")]
    [InlineData("{% for i in (1..9) limit: 2 offset: 1 %}{{ i }}{% endfor %}", "23")]
    [InlineData("{{ 'now' | date: '%A, %B %-d' }}", "Tuesday, December 1")]
    [InlineData("{{ '2026-12-24' | date: '%m/%d/%Y' }}", "12/24/2026")]
    [InlineData("{{ city | default: 'your town' | append: '!' }}", "your town!")]
    [InlineData("{% assign where = 'at home' %}{% if city %}{% assign where = city %}{% endif %}{{ where }}", "at home")]
    public void A_template_is_filled_in(string source, string text) => Assert.Equal(new RenderedText(text, null), Render(source, Maria));

    [Theory]
    [InlineData("Hello from {{ city }}")]
    [InlineData("Hello from {{ city | upcase }}")]
    [InlineData("{{ 'Hello from ' | append: city }},")]
    [InlineData("{{ 'Hello ' | append: first_name | append: ' from ' | append: city }}")]
    [InlineData("{{ city | append: ': ' }}we come")]
    [InlineData("{{ city | size }} letters")]
    [InlineData("{% assign from = 'from ' | append: city %}Hello {{ from }}")]
    [InlineData("Come on {{ 'someday' | date: '%A' }}")]
    public void A_text_that_would_show_an_empty_field_is_not_sent(string source) =>
        Assert.Equal(new RenderedText("", SkipReason.MissingField), Render(source, Maria));

    [Theory]
    [InlineData("{{ first_name | divided_by: 0 }}")]
    [InlineData("{% for i in (1..100000) %}a{% endfor %}")]
    [InlineData("{% if city %}only there{% endif %}")]
    public void A_template_that_gives_no_text_is_that_patient_s_reason(string source) => Assert.Equal(SkipReason.TemplateError, Render(source, Maria).Skip);

    [Fact]
    public void A_text_may_have_1600_characters_and_no_more()
    {
        Assert.Null(Render("{{ first_name }}", Maria with { FirstName = new string('a', 1600) }).Skip);
        Assert.Equal(SkipReason.TextTooLong, Render("{{ first_name }}", Maria with { FirstName = new string('a', 1601) }).Skip);
    }

    [Fact]
    public void One_patient_s_values_never_reach_the_next()
    {
        Assert.True(
            MessageTemplate.TryParse(
                "{% if last_name %}{% assign seen = last_name %}{% endif %}{{ first_name }} {{ seen | default: '-' }}", out var template, out _));

        Assert.Equal("Maria Alvarez", template.Render(Maria).Text);
        Assert.Equal("Noor -", template.Render(Maria with { FirstName = "Noor", LastName = null }).Text);
    }

    [Fact]
    public void How_far_a_cycle_has_come_for_one_patient_is_forgotten_for_the_next()
    {
        Assert.True(MessageTemplate.TryParse("{% cycle 'Hi', 'Hello' %} {{ first_name }}", out var template, out _));

        Assert.Equal(["Hi Maria", "Hi Maria"], Enumerable.Range(0, 2).Select(_ => template.Render(Maria).Text));
    }

    [Theory]
    [InlineData("{% assign a = 'aaaaaaaaaa' %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}")]
    [InlineData("{% assign z = 'a,a' | split: ',' %}{% for i in (1..40) %}{% assign z = z | concat: z %}{% endfor %}{{ z | size }}")]
    [InlineData("{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}x{% endfor %}{% endfor %}{% endfor %}")]
    public void A_text_that_would_take_all_memory_is_given_up(string source)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(SkipReason.TemplateError, Render(source, Maria).Skip);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("Hi {{ first_name", "ends inside")]
    [InlineData("{% if city %}Hi", "ends inside")]
    [InlineData("Hi {{ firstname }}", "'firstname'")]
    [InlineData("Hi {{ first_name | shout }}", "'shout'")]
    [InlineData("{% include 'secrets' %}", "'include'")]
    [InlineData("{{ regex.match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$') }}", "'regex'")]
    [InlineData("{% assign x = object %}{{ x.eval('1') }}", "'object'")]
    [InlineData("{{ first_name | object.eval_template }}", "'object'")]
    [InlineData("{{ date }}", "'date'")]
    [InlineData("{{ date.now }}", "'date'")]
    [InlineData("{{ string }}", "'string'")]
    [InlineData("{{ math }}", "'math'")]
    [InlineData("{{ append }}", "'append'")]
    [InlineData("{{ append.return_type.assembly }}", "'append'")]
    [InlineData("{% assign f = append %}{{ f.return_type }}", "'append'")]
    [InlineData("Hi {{ forloop }}", "'forloop'")]
    public void A_wrong_template_is_refused_in_words(string source, string expected)
    {
        Assert.False(MessageTemplate.TryParse(source, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_is_found_also_where_the_preview_does_not_pass() =>
        Assert.False(MessageTemplate.TryParse("{% if city == 'Nowhere' %}{{ frist_name }}{% endif %}Hi", out _, out _));

    private static RenderedText Render(string source, TemplateValues values)
    {
        Assert.True(MessageTemplate.TryParse(source, out var template, out var error), error);
        return template.Render(values);
    }
}
