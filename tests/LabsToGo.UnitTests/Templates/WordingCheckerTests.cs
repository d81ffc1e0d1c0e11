using LabsToGo.Domain.Templates;

namespace LabsToGo.UnitTests.Templates;

/// <summary>Each text with the words that are to be marked in it; none where there is nothing to say.</summary>
public sealed class WordingCheckerTests
{
    private const string Test = "which test", Illness = "illness", Result = "tell a result", Doctor = "kind of doctor";

    private const string OptOut = "gets no texts", OptIn = "ends an opt-out", Query = "question mark", Short = "short links";

    [Theory]
    [InlineData("Hi {{ first_name }}, your results are ready. Call {{ lab_name }}.")]
    [InlineData("Your lab results are available. Please call us.")]
    [InlineData("Please bring a fasting sample tomorrow.")]
    [InlineData("It is time for your yearly panel.")]
    [InlineData("A nurse comes to you on Tuesday for a blood draw.")]
    [InlineData("Your blood test is on Friday at 9 am. Drink water, but no coffee and no sugar.")]
    [InlineData("We are in your street today: stop by our van!")]
    [InlineData("Please reply by the end of the week.")]
    [InlineData("The end of the year is near.")]
    [InlineData("To cancel your visit, call 212-555-0100.")]
    [InlineData("Call us to cancel or reschedule.")]
    [InlineData("We look forward to your visit. Reply HELP for help.")]
    [InlineData("Reply STOP to opt out.")]
    [InlineData("Reply STOP to opt-out.")]
    [InlineData("Text STOP to end texts.")]
    [InlineData("Reply \"STOP\" to unsubscribe.")]
    [InlineData("Reply STOP.")]
    [InlineData("Txt STOP 2 quit")]
    [InlineData("reply stop to stop")]
    [InlineData("Reply STOP to cancel your text reminders.")]
    [InlineData("Reply STOP at any time to opt out.")]
    [InlineData("Reply with the word STOP if you no longer want to hear from us.")]
    [InlineData("If you want no more texts, reply STOP.")]
    [InlineData("To opt out, reply STOP. To get help, reply HELP.")]
    [InlineData("Reply STOP, END or QUIT to opt out.")]
    [InlineData("Reply STOP or CANCEL to be removed from our list.")]
    [InlineData("Reply CANCEL to unsubscribe.")]
    [InlineData("Msg&data rates may apply. HELP 4 help, STOP 2 stop.")]
    [InlineData("Reply START to get our texts again.")]
    [InlineData("Reply YES to subscribe to reminders.")]
    [InlineData("Reply YES if you agree to receive messages.")]
    [InlineData("Reply OK to confirm.")]
    [InlineData("Reply 1 to confirm, 2 to change the time.")]
    [InlineData("Book your visit at https://labs.example.com/visits")]
    [InlineData("Questions? See labs.example.com/faq.")]
    [InlineData("Did you see www.labs.example.com?")]
    [InlineData("See you at 10.30am/11.30am?")]
    [InlineData("Write to care@labs.example.com")]
    [InlineData("We deliver your report to your liver-friendly kitchen? No: to your door.")]
    [InlineData("This aids us in planning. We state the time, stating it twice.")]
    [InlineData("We are closed on Monday. Normal hours apply from Tuesday.")]
    [InlineData("Entrance B12x, gate 3, floor 9.5")]
    [InlineData("{% if city %}In {{ city }}{% endif %} a nurse comes to you.")]
    [InlineData("Hi {{ last_name }}, drugstore parking is at the back.")]
    public void Nothing_is_said_of_a_harmless_text(string text)
    {
        var check = WordingChecker.Check(text);
        Assert.Empty(check.Warnings);
        Assert.Empty(check.Marks);
    }

    [Theory]
    [InlineData("Your HIV test is due.", Test, "HIV")]
    [InlineData("your hiv-test is due", Test, "hiv")]
    [InlineData("Time for your hepatitis C screening.", Test, "hepatitis")]
    [InlineData("Your A1C is due.", Test, "A1C")]
    [InlineData("Your HbA1c visit", Test, "HbA1c")]
    [InlineData("glucose 120", Test, "glucose")]
    [InlineData("Your cholesterol and thyroid panel", Test, "cholesterol", "thyroid")]
    [InlineData("We take blood for TSH, PSA and CBC.", Test, "TSH", "PSA", "CBC")]
    [InlineData("Your Pap smear is due", Test, "Pap smear")]
    [InlineData("STD testing near you", Test, "STD testing")]
    [InlineData("Sexually transmitted? Get tested.", Test, "Sexually transmitted")]
    [InlineData("Your drug screening is tomorrow", Test, "drug screening")]
    [InlineData("Bring this for the genetics lab", Test, "genetics")]
    [InlineData("Mammograms and X-rays at home", Test, "Mammograms", "X-rays")]
    [InlineData("COVID-19 test at 9", Test, "COVID-19 test")]
    [InlineData("vitamin D and B12", Test, "vitamin D", "B12")]
    [InlineData("A word about your diabetes.", Illness, "diabetes")]
    [InlineData("Cancer screening saves lives", Illness, "Cancer")]
    [InlineData("You are pregnant!", Illness, "pregnant")]
    [InlineData("Your high blood pressure", Test, "blood pressure")]
    [InlineData("Your chemo visit", Illness, "chemo")]
    [InlineData("About your diagnosis", Illness, "diagnosis")]
    [InlineData("Living with HIV and AIDS", Test, "HIV", "AIDS")]
    [InlineData("Your urinary infection", Illness, "infection")]
    [InlineData("Take your antibiotics", Illness, "antibiotics")]
    [InlineData("Your result is positive.", Result, "positive")]
    [InlineData("It came back NEGATIVE", Result, "NEGATIVE")]
    [InlineData("Virus not detected", Illness, "Virus", "detected")]
    [InlineData("Your value is 5.6 mmol/L", Result, "5.6 mmol/L")]
    [InlineData("120mg/dL", Result, "120mg/dL")]
    [InlineData("All your values are normal.", Result, "are normal")]
    [InlineData("It looks abnormal", Result, "abnormal")]
    [InlineData("Your oncology visit is tomorrow.", Doctor, "oncology")]
    [InlineData("Dr. Stein, cardiologist, asks for a sample", Doctor, "cardiologist")]
    [InlineData("The OB/GYN clinic", Doctor, "OB/GYN")]
    [InlineData("from your psychiatrist", Doctor, "psychiatrist")]
    [InlineData("Women's health clinic", Doctor, "Women's health clinic")]
    [InlineData("Your mental-health team", Doctor, "mental-health")]
    [InlineData("{{ city | default: 'our HIV clinic' }}", Test, "HIV")]
    [InlineData("{% if city %}oncology{% endif %}", Doctor, "oncology")]
    public void What_tells_too_much_of_a_patient_is_marked(string text, string warning, params string[] marked) => IsMarked(text, warning, marked);

    [Theory]
    [InlineData("Reply CANCEL to cancel your visit.", OptOut, "CANCEL")]
    [InlineData("Reply CANCEL to cancel.", OptOut, "CANCEL")]
    [InlineData("Can't come? Reply CANCEL.", OptOut, "CANCEL")]
    [InlineData("reply cancel if you can't make it", OptOut, "cancel")]
    [InlineData("To cancel your visit, reply to this text with CANCEL.", OptOut, "CANCEL")]
    [InlineData("If you can't come, text END.", OptOut, "END")]
    [InlineData("Reply QUIT to leave the waiting room", OptOut, "QUIT")]
    [InlineData("Reply STOP to cancel your appointment.", OptOut, "STOP")]
    [InlineData("Text STOP if the nurse is late", OptOut, "STOP")]
    [InlineData("Reply OK to confirm or CANCEL to change the time", OptOut, "CANCEL")]
    [InlineData("Reply STOP to stop texts or CANCEL to cancel your visit", OptOut, "CANCEL")]
    [InlineData("Respond with 'END' when the nurse has left", OptOut, "END")]
    [InlineData("Send REVOKE to change your address", OptOut, "REVOKE")]
    [InlineData("Reply YES to confirm.", OptIn, "YES")]
    [InlineData("reply yes or no", OptIn, "yes")]
    [InlineData("Text START when you are at the door", OptIn, "START")]
    [InlineData("Answer YES to keep your visit", OptIn, "YES")]
    [InlineData("Please reply back with YES, we wait for you", OptIn, "YES")]
    public void A_keyword_that_means_more_than_it_says_is_marked(string text, string warning, params string[] marked) => IsMarked(text, warning, marked);

    [Theory]
    [InlineData("See https://labs.example.com/r?id=77 now", Query, "https://labs.example.com/r?id=77")]
    [InlineData("labs.example.com/r?p={{ first_name }}.", Query, "labs.example.com/r?p={{ first_name }}")]
    [InlineData("(https://labs.example.com/?{{ last_name }})", Query, "https://labs.example.com/?{{ last_name }}")]
    [InlineData("Book: bit.ly/3xYz", Short, "bit.ly/3xYz")]
    [InlineData("Book: https://tinyurl.com/visit!", Short, "https://tinyurl.com/visit")]
    [InlineData("http://www.T.CO/abc", Short, "http://www.T.CO/abc")]
    public void A_link_that_tells_or_that_carriers_block_is_marked(string text, string warning, params string[] marked) => IsMarked(text, warning, marked);

    [Fact]
    public void Several_concerns_are_told_apart_and_their_words_are_quoted_once()
    {
        var check = WordingChecker.Check("HIV, hiv, syphilis: you are positive. Reply YES to confirm at bit.ly/x?a=1");

        Assert.Equal(5, check.Warnings.Count);
        Assert.StartsWith("\"HIV\", \"syphilis\": ", check.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(
            ["HIV", "hiv", "syphilis", "positive", "YES", "bit.ly/x?a=1"],
            Marked("HIV, hiv, syphilis: you are positive. Reply YES to confirm at bit.ly/x?a=1", check));
    }

    private static void IsMarked(string text, string warning, string[] marked)
    {
        var check = WordingChecker.Check(text);
        Assert.Equal(marked, Marked(text, check));
        Assert.Contains(check.Warnings, said => said.Contains(warning, StringComparison.Ordinal) && said.Contains(marked[0], StringComparison.Ordinal));
    }

    private static IEnumerable<string> Marked(string text, TemplateCheck check) => check.Marks.Select(mark => text.Substring(mark.Start, mark.Length));
}
