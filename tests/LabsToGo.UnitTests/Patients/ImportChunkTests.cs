using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.UnitTests.Patients;

/// <summary>Whose row it is, among those of one file.</summary>
public sealed class ImportChunkTests
{
    private const string Home = "+18025550101", Work = "+18025550102";

    /// <summary>With a time-out: such a file once held a processor of the server for ever.</summary>
    [Fact(Timeout = 30_000)]
    public async Task A_patient_whose_number_changes_and_changes_back_is_one_patient()
    {
        var chunk = await Task.Run(
            () => Chunk(
                Row(Home, "Ben"), Row(Home, "Ana", "A-1"), Row(Work, "Ana", "A-1"), Row(Home, "Ana", "A-1"), Row(Home, "Carl"), Row(Home, "Ana")),
            TestContext.Current.CancellationToken);
        Assert.Equal([(Home, "Ben"), (Home, "Ana"), (Home, "Carl")], chunk.Rows.Select(row => (row.Phone, row.FirstName)));
        Assert.Equal(3, chunk.Duplicates);
    }

    [Fact]
    public void Who_moves_to_another_number_takes_nobody_along()
    {
        var chunk = Chunk(
            Row(Work, "Dora"), Row(Home, "Ben"), Row(Home, "Carl"), Row(Home, "Ana", "A-1"), Row(Work, "Ana", "A-1"), Row(Home, "Carl"), Row(Work, "Ana"));
        Assert.Equal(
            [(Work, "Dora"), (Home, "Ben"), (Home, "Carl"), (Work, "Ana")], chunk.Rows.Select(row => (row.Phone, row.FirstName)));
    }

    private static ImportChunk Chunk(params ImportRow[] rows)
    {
        var chunk = new ImportChunk();
        foreach (var row in rows)
            chunk.Add(row);
        return chunk;
    }

    private static ImportRow Row(string phone, string firstName, string? externalId = null) =>
        new() { Id = Guid.NewGuid(), Phone = phone, FirstName = firstName, LastName = "Ruiz", ExternalId = externalId };
}
