using System.Globalization;
using LabsToGo.Domain.Consent.Replies;
using LabsToGo.Domain.Messages;

namespace LabsToGo.UnitTests.Consent;

/// <summary><c>replies.csv</c>: what patients write, and what it is: a stop, a hold (may be one), a start, a call for help, or none of these.</summary>
public sealed class OptOutWordsTests
{
    private static readonly IReadOnlyList<(string Text, string Intent)> Replies = [.. CaseTable.Read("Consent.replies.csv").Select(row => (row[0], row[1]))];

    public static TheoryData<string> Intents => ["stop", "hold", "start", "help", "none"];

    [Theory]
    [MemberData(nameof(Intents))]
    public void Every_reply_is_taken_for_what_it_is(string intent)
    {
        var wrong = Replies.Where(reply => reply.Intent == intent && OptOutWords.Read(reply.Text) != Meaning(intent));
        Assert.Empty(wrong.Select(reply => $"\"{reply.Text}\" is taken for {OptOutWords.Read(reply.Text)}"));
    }

    [Fact]
    public void Precision_and_recall_are_printed()
    {
        var read = Replies.ToLookup(reply => OptOutWords.Read(reply.Text) == ReplyIntent.Stop, reply => Meaning(reply.Intent) == ReplyIntent.Stop);
        var (found, taken, missed) = (read[true].Count(stop => stop), read[true].Count(), read[false].Count(stop => stop));
        var (precision, recall) = ((double)found / taken, (double)found / (found + missed));
        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"Of {Replies.Count} replies: precision {precision:0.000}, recall {recall:0.000}."));
        Assert.InRange(precision, 0.98, 1);
        Assert.InRange(recall, 0.98, 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nonsense_made_of_the_words_of_opt_outs_is_read_to_its_end() => await Task.Run(ReadNonsense, TestContext.Current.CancellationToken);

    private static void ReadNonsense()
    {
        var words = Replies.Where(reply => reply.Intent != "none").SelectMany(reply => reply.Text.Split(' ')).Distinct().ToArray();
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            Assert.True(Enum.IsDefined(OptOutWords.Read(string.Join(' ', Enumerable.Range(0, 300).Select(_ => words[random.Next(words.Length)])))));
        }
        foreach (var word in (string[])["stop", "please", "the", "text", "texts", "i want", "dont", "all", "no more", "off", "a.", "\"", "f*"])
            Assert.True(Enum.IsDefined(OptOutWords.Read(string.Concat(Enumerable.Repeat(word + " ", 400)))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\ud83d")]
    [InlineData("   \n \r\n ...")]
    public void No_words_are_none(string? text) => Assert.Equal(ReplyIntent.Other, OptOutWords.Read(text));

    private static ReplyIntent Meaning(string intent) => intent switch
    {
        "stop" => ReplyIntent.Stop,
        "hold" => ReplyIntent.Hold,
        "start" => ReplyIntent.Start,
        "help" => ReplyIntent.Help,
        _ => ReplyIntent.Other,
    };
}
