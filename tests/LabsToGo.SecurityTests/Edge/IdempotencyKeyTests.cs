using System.Net;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>What a key is good for.</summary>
public sealed class IdempotencyKeyTests(StackFixture fixture)
{
    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_caller()
    {
        using var owner = await fixture.Stack.SignInAsync();
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var key = Guid.NewGuid().ToString();
        using var first = await owner.SendWithKeyAsync(key, "/api/campaigns", KeyedRequests.Draft);
        (ApiClient Caller, string Path, object? Body)[] others =
        [
            (owner, "/api/campaigns", KeyedRequests.Draft with { Name = "Twice" }), (owner, "/api/campaigns?x=1", KeyedRequests.Draft),
            (owner, "/api/patients/imports", KeyedRequests.Draft),
            (admin, "/api/campaigns", KeyedRequests.Draft),
        ];

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        foreach (var (caller, path, body) in others)
        {
            using var other = await caller.SendWithKeyAsync(key, path, body);
            Assert.Equal((path, HttpStatusCode.UnprocessableEntity), (path, other.StatusCode));
        }
    }

    [Fact]
    public async Task What_was_refused_or_failed_may_come_again_with_its_key()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var (refused, failed, name) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), $"Fails {Guid.NewGuid():N}");
        using var bad = await owner.SendWithKeyAsync(refused, "/api/campaigns", KeyedRequests.Draft with { Name = "" });
        using var mended = await owner.SendWithKeyAsync(refused, "/api/campaigns", KeyedRequests.Draft);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (bad.StatusCode, mended.StatusCode));

        await fixture.Stack.SqlAsync($"alter table campaigns add constraint ck_test check (name <> '{name}')");
        using var broken = await owner.SendWithKeyAsync(failed, "/api/campaigns", KeyedRequests.Draft with { Name = name });
        await fixture.Stack.SqlAsync("alter table campaigns drop constraint ck_test");
        using var whole = await owner.SendWithKeyAsync(failed, "/api/campaigns", KeyedRequests.Draft with { Name = name });
        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.Created), (broken.StatusCode, whole.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789X")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var owner = await fixture.Stack.SignInAsync();
        using var answer = await owner.SendWithKeyAsync(key, "/api/campaigns", KeyedRequests.Draft);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
