using System.Diagnostics;
using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Injection;

/// <summary>A template is Liquid for four fields. It reaches no file and no object, runs no other language, and ends.</summary>
public sealed class TemplateInjectionTests(StackFixture fixture)
{
    /// <summary>The Api of the tests runs on a busy machine; what this is for took ten seconds and more.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    /// <summary>Each is refused, or gives no text.</summary>
    public static TheoryData<string> Attacks { get; } =
    [
        // Files and other templates.
        "{% include 'x' %}", "{% include '/etc/passwd' %}", "{{ include('x') }}", "{{ include_join('x', 'y') }}", "{% render 'x' %}", "{% layout 'x' %}",
            "{% import x %}y",
        // Objects and other languages.
        "{{ object }}", "{{ object.keys(object) | join: ',' }}", "{{ object.to_json(first_name) }}", "{{ first_name | object.typeof }}",
            "{{ object.eval('1 + 1') }}",
        "{{ '{{ 7 * 7 }}' | object.eval_template }}", "{% assign x = object %}{{ x.eval('1 + 1') }}", "{{ object['eval']('1 + 1') }}",
        "{% assign x = object %}{{ x['eval_template']('y') }}",
        "{{ first_name.GetType }}", "{{ first_name['GetType'] }}", "{{ first_name.Length }}", "{{ first_name.Chars }}", "{{ lab_name.__proto__ }}",
        "{{ lab_name.constructor }}", "{{ this }}", "{{ self }}",
        "{{ math.uuid }}", "{{ math.random(1, 9) }}", "{{ date.now }}", "{{ timespan.from_days(1) }}", "{{ html.escape('<') }}", "{{ string.sha256('x') }}",
        "{{ array.size('x') }}",
        "{{ try_liquid_to_scriban('x') }}", "{% func x %}{% endfunc %}", "{% while true %}{% endwhile %}", "{{ x = 1 }}", "{{ patient.phone }}", "{{ phone }}",
        "{{ external_id }}",
        // Without an end.
        "{% for i in (1..1000000000) %}{% endfor %}x",
            "{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}{% endfor %}{% endfor %}{% endfor %}x",
        "{% tablerow i in (1..1000000000) %}x{% endtablerow %}", "{{ (1..1000000000) | size }}", "{{ (1..1000000000) | last }}",
        "{{ (1..1000000000) | sort | first }}", "{{ (1..1000000000) | join: ',' }}",
        "{{ regex.match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$') }}x",
        "{% assign r = regex %}{{ r.replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$', 'x') }}",
        "{% assign t = '{{ object.eval_template t }}' %}{{ t | object.eval_template }}", "{% cycle 'a', cycle 'b' %}",
        // Too much memory.
        Grown("{% assign a = a | append: a %}", 50), Grown("{% capture a %}{{ a }}{{ a }}{% endcapture %}", 35),
            Grown("{% assign a = a | replace: 'x', 'xxxxxxxxxxxxxxxxxxxx' %}", 30),
        Grown("{% assign a = a | prepend: a %}", 50), "{{ 'x' | times: 1000000000 }}", "{{ 'x' | string.pad_left(1000000000) }}",
        "{% assign a = 'a,b' | split: ',' %}" + string.Concat(Enumerable.Repeat("{% assign a = a | concat: a %}", 40)) + "{{ a | size }}",
        "{% assign a = 99999999999999999999999999999999 %}" + string.Concat(Enumerable.Repeat("{% assign a = a | times: a %}", 40)) + "{{ a | size }}",
        // Broken.
        "{{", "{%", "{% if %}", "{% for %}", "{{ | | }}", "{{ first_name | }}", "{% if true %}", "{% endif %}", "{% raw %}", "{% comment %}", "{{ 'x }}",
            new string('{', 1900), "{% assign = 1 %}", "\0", "{{ '\0' }}",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_gives_no_text_and_ends_soon(string template)
    {
        Assert.InRange(template.Length, 1, 2000);
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        var started = Stopwatch.GetTimestamp();
        using var answer = await staff.SendAsync(HttpMethod.Post, "/api/campaigns/preview", new PreviewRequest(template));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Soon);
        if (answer.StatusCode is HttpStatusCode.BadRequest)
            return;
        var preview = await staff.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest(template));
        Assert.Equal(("", 0), (preview.Text, preview.Segments));

        // Nor is it started, should it be kept as a draft.
        using var draft = await staff.SendAsync(HttpMethod.Post, "/api/campaigns", new CampaignRequest("Attack", template, new(States: ["TX"])));
        if (draft.StatusCode is HttpStatusCode.Created)
        {
            using var start = await staff.SendAsync(HttpMethod.Post, $"{draft.Headers.Location}/start");
            Assert.Equal(HttpStatusCode.BadRequest, start.StatusCode);
        }
        else
        {
            Assert.Equal(HttpStatusCode.BadRequest, draft.StatusCode);
        }
    }

    [Theory]
    [InlineData("{{ lab_name }}")]
    [InlineData("{% include 'x' %}")]
    [InlineData("{{ 7 | times: 7 }}")]
    [InlineData("{{x")]
    public async Task A_patients_name_is_text_and_never_a_template(string name)
    {
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        var patient = await staff.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest(null, name, "Template", NewPhones.In("646"), null, null, null, null, null, ConsentGiven: false));
        var preview = await staff.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest("Hello {{ first_name }}", PatientId: patient.Id));
        Assert.Equal($"Hello {name}", preview.Text);
    }

    private static string Grown(string step, int times) =>
        "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + string.Concat(Enumerable.Repeat(step, times)) + "{{ a | size }}";
}
