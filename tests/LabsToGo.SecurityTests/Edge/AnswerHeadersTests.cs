using System.Net.Http.Headers;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>What every answer of the Api tells browsers, and what it does not tell of itself.</summary>
public sealed class AnswerHeadersTests(StackFixture fixture)
{
    /// <summary>Public, and asked for often.</summary>
    private const string Keys = "GET /.well-known/jwks.json";

    [Fact]
    public async Task Every_answer_is_data_that_no_browser_shows_guesses_at_or_keeps()
    {
        using var owner = await fixture.Stack.SignInAsync();
        using var nobody = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        var asked = 0;
        foreach (var operation in fixture.Api.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (var caller in (HttpClient[])[owner.Http, nobody])
            {
                using var answer = await caller.SendAsync(
                    operation.Harmless(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                var headers = answer.Headers;
                Assert.Equal((operation.Key, "nosniff"), (operation.Key, One(headers, "X-Content-Type-Options")));
                Assert.Equal((operation.Key, "default-src 'none'; frame-ancestors 'none'"), (operation.Key, One(headers, "Content-Security-Policy")));
                Assert.Equal((operation.Key, "no-referrer"), (operation.Key, One(headers, "Referrer-Policy")));
                Assert.True(headers.CacheControl?.NoStore == (operation.Key != Keys), $"{operation.Key} says {headers.CacheControl}");
                Assert.False(headers.Contains("Server") || headers.Contains("X-Powered-By"), $"{operation.Key} tells what it runs on");
                asked++;
            }
        }
        TestContext.Current.SendDiagnosticMessage($"looked at the headers of {asked} answers");
    }

    private static string One(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
