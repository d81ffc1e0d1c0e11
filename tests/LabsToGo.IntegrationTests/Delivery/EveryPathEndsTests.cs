using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Delivery;

/// <summary>G1: whichever legal move brought a row where it stands, whatever else its statement forgot, the row ends, and so does its campaign.</summary>
public sealed class EveryPathEndsTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Every_path_of_the_table_of_moves_ends()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var paths = new Dictionary<string, Guid>();
        foreach (var path in Paths())
            paths.Add(string.Join(" > ", path.Select(status => status.Stored())), await WalkAsync(patient, path));
        Assert.InRange(paths.Count, 30, 100);

        // A person sees what is open, and decides.
        foreach (var open in paths.Where(path => path.Key.EndsWith("unknown", StringComparison.Ordinal)))
        {
            var decided = await api.PostAsync<DecisionResponse>($"/api/campaigns/{open.Value}/messages/decisions", new DecisionRequest(Arrived: true));
            Assert.Equal((open.Key, 1), (open.Key, decided.Decided));
        }
        await using var service = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await Eventually.IsAsync(
            async () =>
            {
                await TwelveHoursPassAsync(paths.Values);
                while (await service.CloseUnconfirmedAsync(TestContext.Current.CancellationToken) > 0)
                {
                }
                return (await OpenAsync(paths)).Count == 0;
            },
            () => $"These never end:\n{string.Join('\n', OpenAsync(paths).Result)}",
            seconds: 60);
    }

    /// <summary>By every legal move, each on the shortest way there. Under a claim a row reads pending: no row is ever stored as sending.</summary>
    private static IEnumerable<IReadOnlyList<MessageStatus>> Paths()
    {
        var ways = new Dictionary<MessageStatus, IReadOnlyList<MessageStatus>> { [MessageStatus.Pending] = [MessageStatus.Pending] };
        var next = new Queue<MessageStatus>([MessageStatus.Pending]);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in MessageMoves.Legal[from].Where(to => to is not MessageStatus.Sending))
            {
                IReadOnlyList<MessageStatus> path = [.. ways[from], to];
                if (ways.TryAdd(to, path))
                    next.Enqueue(to);
                yield return path;
            }
        }
    }

    /// <returns>The campaign that has this row alone.</returns>
    private async Task<Guid> WalkAsync(PatientResponse patient, IReadOnlyList<MessageStatus> path)
    {
        var (campaign, message) = (Guid.NewGuid(), Guid.NewGuid());
        var moves = path.Skip(1).Select(status => $"update messages set status = '{status.Stored()}' where id = '{message}';");
        await Stack.SqlAsync(
            $$"""
            begin;
            insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, started_at, planned_at)
                select '{{campaign}}', p.organization_id, 'bulk', 'Walk', 'Hello', '{}', 'running', 72, gen_random_uuid(), now(), now(), now()
                from patients p where p.id = '{{patient.Id}}';
            insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
                updated_at)
                select '{{message}}', p.organization_id, '{{campaign}}', p.id, s.id, p.phone, p.time_zone, 'Hello', 1, 'pending', 0, now(), now()
                from patients p
                cross join lateral (
                    select id from senders where organization_id = p.organization_id and status = 'active' order by id limit 1
                ) s
                where p.id = '{{patient.Id}}';
            {{string.Join('\n', moves)}}
            commit;
            """);
        return campaign;
    }

    private async Task TwelveHoursPassAsync(IEnumerable<Guid> campaigns)
    {
        var ids = string.Join(',', campaigns.Select(id => $"'{id}'"));
        await Stack.SqlAsync($"update campaigns set started_at = now() - interval '12 hours' where id in ({ids})");
        await Stack.SqlAsync(
            $"""
            update messages set attempted_at = attempted_at - interval '12 hours'
            where campaign_id in ({ids}) and status in ('accepted', 'sent') and attempted_at > now() - interval '11 hours'
            """);
    }

    private async Task<List<string>> OpenAsync(Dictionary<string, Guid> paths)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand("select id from campaigns where id = any($1) and status <> 'completed'", database);
        command.Parameters.Add(new() { Value = paths.Values.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var open = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            open.Add(paths.Single(path => path.Value == reader.GetGuid(0)).Key);
        return open;
    }
}
