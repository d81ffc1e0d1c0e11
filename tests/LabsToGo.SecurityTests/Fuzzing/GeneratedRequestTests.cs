using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Fuzzing;

/// <summary>Whatever is sent, the answer is one that was thought of: never a 5xx, and never what the server looks like inside.</summary>
public sealed class GeneratedRequestTests(StackFixture fixture)
{
    private const int AtOnce = 16;

    private static readonly int BodiesPerEndpoint = Thoroughness.Full ? 1_000 : 100, PathsPerEndpoint = Thoroughness.Full ? 200 : 50;

    private static readonly string[] Inside = ["   at ", "Npgsql", "System.", "Microsoft.", "select ", "pg_", ".cs:line"];

    private static readonly string[] Words =
        ["0", "-1", "x", "'", "' or 1=1 --", "%00", "..", "%2e%2e%2f", "NaN", "1e99", "9223372036854775808", "00000000-0000-0000-0000-000000000000", "<script>",
            "{{7}}", "\u202e", " ", "a b", "null", "[]", "\"", "\\"];

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("LABSTOGO_FUZZ_SEED"), out var given) ? given : Random.Shared.Next();

    [Fact]
    public async Task Generated_bodies_for_every_endpoint_that_takes_one()
    {
        using var owner = await fixture.Stack.SignInAsync();
        // An owner of its own, with a second factor: wrong present passwords lock who gives them, and now and then a body is valid that demands one of
        // everybody.
        var (_, caller) = await owner.NewUserAsync("owner");
        using var _ = caller;
        await Authenticator.SetUpAsync(caller);
        var operations = fixture.Api.Operations.Where(
            operation => operation.BodySchema is not null && !operation.Path.EndsWith("/file", StringComparison.Ordinal)).ToList();
        var random = new Random(_seed);
        var requests = operations
            .SelectMany(operation =>
            {
                var generator = new BodyGenerator(fixture.Api, random);
                return Enumerable.Range(0, BodiesPerEndpoint).Select(_ => (operation, Body: generator.Make(operation.BodySchema!)?.ToJsonString() ?? "null"))
                    .ToList();
            })
            .ToList();

        var wrong = await SendAllAsync(
            caller.Http,
            requests.Select(
                request => new Func<HttpRequestMessage>(
                    () => new HttpRequestMessage(new HttpMethod(request.operation.Method), request.operation.Fill(_ => Guid.NewGuid().ToString()))
        {
            Content = new StringContent(request.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        })));
        await fixture.Stack.DemandSecondFactorAsync(false);
        await owner.PostAsync<OrganizationResponse>("/api/organization/resume");
        TestContext.Current.TestOutputHelper!.WriteLine($"tried {requests.Count} bodies on {operations.Count} endpoints, seed {_seed}");
        Assert.True(wrong.IsEmpty, $"seed {_seed}:\n{string.Join('\n', wrong.Take(20))}");
    }

    [Fact]
    public async Task Generated_addresses_for_every_endpoint_that_takes_an_id_or_a_query()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var random = new Random(_seed);
        string Word(string _) => random.Next(3) == 0 ? Guid.NewGuid().ToString() : Words[random.Next(Words.Length)];
        var operations = fixture.Api.Operations
            .Where(
                operation => operation.Method == "GET" && !operation.Path.EndsWith("/live", StringComparison.Ordinal)
                    && (operation.HasId || operation.QueryParameters.Any()))
            .ToList();
        var paths = operations.SelectMany(operation => Enumerable.Range(0, PathsPerEndpoint).Select(_ =>
            operation.Fill(Word) + "?" + string.Join('&', operation.QueryParameters.Select(name => $"{name}={Uri.EscapeDataString(Word(name))}")))).ToList();

        var wrong = await SendAllAsync(owner.Http, paths.Select(path => new Func<HttpRequestMessage>(() => new HttpRequestMessage(HttpMethod.Get, path))));
        TestContext.Current.TestOutputHelper!.WriteLine($"tried {paths.Count} addresses on {operations.Count} endpoints, seed {_seed}");
        Assert.True(wrong.IsEmpty, $"seed {_seed}:\n{string.Join('\n', wrong.Take(20))}");
    }

    private static async Task<ConcurrentBag<string>> SendAllAsync(HttpClient http, IEnumerable<Func<HttpRequestMessage>> requests)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (make, stop) =>
        {
            using var request = make();
            using var answer = await http.SendAsync(request, stop);
            var status = (int)answer.StatusCode;
            if (status < 400)
                return;
            var text = await answer.Content.ReadAsStringAsync(stop);
            var kind = answer.Content.Headers.ContentType?.MediaType;
            if (status >= 500 || (text.Length > 0 && kind != "application/problem+json") || Inside.Any(sign => text.Contains(sign, StringComparison.Ordinal)))
                wrong.Add(
                    $"{request.Method} {request.RequestUri}: {status} {text}\n   " +
                    $"{(request.Content is null ? "" : await request.Content.ReadAsStringAsync(stop))}");
        });
        return wrong;
    }
}
