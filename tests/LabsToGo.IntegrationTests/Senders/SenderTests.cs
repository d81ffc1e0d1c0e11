using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Senders;

/// <summary>A number never changes: what left from it and who replies to it is known by it. It is retired.</summary>
public sealed class SenderTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_number_can_not_be_edited_neither_by_the_Api_nor_in_the_database()
    {
        using var api = await Stack.SignInAsync();
        var sender = await AddAsync(api);
        var other = new SenderRequest(NewPhones.In("833"), "Renamed", 2);

        using var refused = await api.SendAsync(HttpMethod.Put, $"/api/senders/{sender.Id}", other);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"phone\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assert.ThrowsAsync<PostgresException>(() => Stack.SqlAsync($"update senders set phone = '{other.Phone}' where id = '{sender.Id}'"));

        var changed = await api.PutAsync<SenderResponse>($"/api/senders/{sender.Id}", other with { Phone = sender.Phone });
        Assert.Equal((sender.Phone, "Renamed", 2), (changed.Phone, changed.Label, changed.SegmentsPerSecond));
        await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/retire");
    }

    [Fact]
    public async Task A_retired_number_sends_nothing_and_can_be_used_again_unless_somebody_else_has_it()
    {
        using var api = await Stack.SignInAsync();
        var sender = await AddAsync(api);
        var retired = await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/retire");
        Assert.Equal(SenderStatus.Retired, retired.Status);
        using var twice = await api.SendAsync(HttpMethod.Post, "/api/senders", new SenderRequest(sender.Phone, "Again", 1));
        Assert.Contains("Use again", await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Whoever resumes everything that rests does not bring it back.
        foreach (var act in (string[])["resume", "pause"])
        {
            using var refused = await api.SendAsync(HttpMethod.Post, $"/api/senders/{sender.Id}/{act}");
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("retired", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var other = Guid.NewGuid();
        await Stack.SqlAsync(
            $$"""
            insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor)
                values ('{{other}}', 'New owner', 'America/New_York', array_fill(0::smallint, array[7]), array_fill(1440::smallint, array[7]), now(), false);
            insert into senders (id, organization_id, phone, label, segments_per_second, status, created_at)
                values (gen_random_uuid(), '{{other}}', '{{sender.Phone}}', 'Theirs', 1, 'active', now());
            """);
        using var taken = await api.SendAsync(HttpMethod.Post, $"/api/senders/{sender.Id}/use-again");
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);

        await Stack.SqlAsync($"update senders set status = 'retired' where organization_id = '{other}'");
        Assert.Equal(SenderStatus.Active, (await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/use-again")).Status);
        using var inUse = await api.SendAsync(HttpMethod.Post, $"/api/senders/{sender.Id}/use-again");
        Assert.Equal(HttpStatusCode.Conflict, inUse.StatusCode);
        await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/retire");
    }

    private static Task<SenderResponse> AddAsync(ApiClient api) =>
        api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), "Short-lived", 1));
}
