using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Data;

/// <summary>Rows that Twilio took and never spoke of again.</summary>
public sealed class SilentMessageTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task After_eleven_hours_of_silence_a_text_counts_as_sent_but_unconfirmed_and_not_before()
    {
        Guid[] messages = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
        await using var database = await Stack.OpenDatabaseAsync();
        await using (var make = new NpgsqlCommand(
            """
            with organization as (select id from organizations order by created_at limit 1), campaign as (
                insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, started_at,
                    planned_at)
                select gen_random_uuid(), id, 'bulk', 'Silence', 'Hello', '{}', 'running', 72, gen_random_uuid(), now(), now() - interval '12 hours',
                    now() from organization
                returning id, organization_id
            )
            insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
                updated_at, attempted_at)
            select m.id, c.organization_id, c.id, gen_random_uuid(), gen_random_uuid(), '+12125550100', 'America/New_York', 'Hello', 1, 'pending', 0, now(),
                now(), now() - m.ago
            from campaign c, unnest($1, array['12 hours', '12 hours', '10 hours', '10 hours']::interval[]) as m(id, ago)
            """,
            database) { Parameters = { new() { Value = messages } } })
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using (var send = new NpgsqlCommand(
            "update messages set status = 'accepted' where id = any($1); ", database) { Parameters = { new() { Value = messages } } })
            await send.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using (var send = new NpgsqlCommand(
            "update messages set status = 'sent' where id = any($1)", database) { Parameters = { new() { Value = new[] { messages[1], messages[3] } } } })
            await send.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var workers = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await workers.CloseUnconfirmedAsync(TestContext.Current.CancellationToken);

        await using var read = new NpgsqlCommand(
            "select array_agg(status::text order by array_position($1, id)) from messages where id = any($1)",
                database) { Parameters = { new() { Value = messages } } };
        Assert.Equal(
            ["sent_unconfirmed", "sent_unconfirmed", "accepted", "sent"], (string[])(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }
}
