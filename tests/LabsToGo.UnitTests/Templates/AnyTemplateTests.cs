using CsCheck;
using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

/// <summary>What holds for every text that somebody may type.</summary>
public sealed class AnyTemplateTests
{
    private static readonly string[] Pieces =
    [
        "Hi ", "{{ first_name }}", "{{", "}}", "{%", "%}", "{% if city %}", "{% endif %}", "'", "\"", "HIV", "hepatitis", "positive", "oncology", "120 mg/dL",
        "Reply", " text ", "STOP", "CANCEL", "YES", " to ", "opt out",
        "cancel your visit", "https://", "bit.ly/x", "?id=", "a.b/c?", "://", "www.", ".", "!", "?", "\n", ",", " ", "  ", "\0", "\uE000", "é", "\u202e",
        "\ud83d\ude00", "\ud83d", "ﷺ", "İ", "ß", "9", "1,5", "A1C", "the word",
    ];

    private static readonly Gen<string> Text =
        Gen.Frequency((3, OneOf(Pieces).Array[0, 14].Select(string.Concat)), (1, Gen.String[0, 60]));

    [Fact]
    public void Checking_never_throws_and_marks_lie_inside_the_text_in_order() =>
        Text.Sample(
            text =>
            {
                TemplateChecker.Check(text, "Demo Lab");
                var check = WordingChecker.Check(text);
                var end = 0;
                foreach (var mark in check.Marks)
                {
                    Assert.True(mark.Start >= end && mark.Length > 0 && mark.Start + mark.Length <= text.Length, $"{mark} of {text.Length}");
                    end = mark.Start + mark.Length;
                }
                Assert.Equal(check.Warnings.Count == 0, check.Marks.Count == 0);
            },
            iter: 20_000);

    [Fact]
    public void A_word_that_tells_too_much_is_found_wherever_it_stands() =>
        Gen.Select(
            Text.Where(text => !text.Contains('{', StringComparison.Ordinal)), OneOf("HIV", "hepatitis", "positive", "oncologist", "diabetes"),
                Gen.Int[0, 1_000]).Sample(
            (text, word, place) =>
            {
                var at = place % (text.Length + 1);
                var marks = WordingChecker.Check($"{text[..at]} {word} {text[at..]}").Marks;
                Assert.Contains(marks, mark => mark.Start <= at + 1 && mark.Start + mark.Length >= at + 1 + word.Length);
            },
            iter: 10_000);

    [Fact]
    public void What_patients_are_called_is_never_marked() =>
        OneOf("first_name", "last_name", "city", "lab_name")
            .Sample(field => Assert.Empty(WordingChecker.Check($"Hi {{{{ {field} }}}}, see you. {{% if {field} %}}Bye{{% endif %}}").Marks), iter: 20);

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);
}
