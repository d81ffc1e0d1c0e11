using LabsToGo.Contracts.Http;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>A campaign that is planned and not sent, since its senders are paused: what the planner can do with the machine to itself.</summary>
internal static class Planning
{
    public static async Task RunAsync(BenchStack stack, Figures figures, int recipients)
    {
        Console.WriteLine($"\nPlanning of {recipients:N0} recipients, nothing sent");
        using var api = await stack.SignInAsync();
        await using var database = await stack.OpenAsync();
        await ExecuteAsync(database, "update senders set status = 'paused'");
        var campaign = await api.StartCampaignAsync(
            new AudienceFilter(PostalCodePrefix: Population.PrefixOf(recipients)), Pipeline.Template, $"Plan {recipients}");
        while (!(await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}")).Progress.Planned)
            await Task.Delay(50);
        figures.Add($"planning_alone_rows_per_second_{recipients}", recipients / await SecondsAsync(database, campaign.Id));
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
        await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Finished == shown.Progress.Total, TimeSpan.FromMinutes(5));
        await ExecuteAsync(database, "update senders set status = 'active'");
    }

    private static async Task<double> SecondsAsync(NpgsqlConnection database, Guid campaign)
    {
        await using var command = new NpgsqlCommand("select extract(epoch from planned_at - started_at)::float8 from campaigns where id = $1", database)
        {
            Parameters = { new() { Value = campaign } },
        };
        return (double)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }
}
