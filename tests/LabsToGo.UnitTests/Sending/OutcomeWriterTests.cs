using System.Threading.Channels;
using LabsToGo.Domain.Messages;
using LabsToGo.SmsWorker.Sending;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LabsToGo.UnitTests.Sending;

public sealed class OutcomeWriterTests : IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly Database _database = new();
    private readonly OutcomeWriter _writer;

    public OutcomeWriterTests() => _writer = new OutcomeWriter(_database.RecordAsync, _time, NullLogger<OutcomeWriter>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_while_a_statement_is_under_way_goes_into_the_next_one_together()
    {
        await _writer.StartAsync(Stop);
        var first = _writer.WriteAsync([Outcome()]);
        var statement = await _database.NextAsync();
        var others = Enumerable.Range(0, 5).Select(_ => _writer.WriteAsync([Outcome(), Outcome()])).ToList();
        Assert.False(first.IsCompleted);

        statement.Succeeds();
        await first;
        var together = await _database.NextAsync();
        Assert.Equal((1, 10), (statement.Outcomes.Count, together.Outcomes.Count));
        Assert.DoesNotContain(others, other => other.IsCompleted);
        together.Succeeds();
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task While_Postgres_is_away_nothing_is_lost_and_it_is_asked_ever_more_rarely_and_at_least_every_five_seconds()
    {
        await _writer.StartAsync(Stop);
        var outcome = Outcome();
        var written = _writer.WriteAsync([outcome]);
        foreach (var pause in (double[])[0.2, 0.4, 0.8, 1.6, 3.2, 5, 5])
        {
            var statement = await _database.NextAsync();
            Assert.Equal([outcome], statement.Outcomes);
            statement.Fails(new NpgsqlException("Postgres is away", new IOException()));
            Assert.Equal(TimeSpan.FromSeconds(pause), await _time.NextWaitAsync());
            Assert.False(written.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(pause));
        }
        (await _database.NextAsync()).Succeeds();
        await written;
    }

    [Fact]
    public async Task What_Postgres_refuses_keeps_nothing_else_from_being_recorded()
    {
        await _writer.StartAsync(Stop);
        var first = _writer.WriteAsync([Outcome()]);
        var blocking = await _database.NextAsync();
        var (bad, before, after) = (Outcome(), Outcome(), Outcome());
        Task[] tasks = [_writer.WriteAsync([before]), _writer.WriteAsync([bad]), _writer.WriteAsync([after])];
        blocking.Succeeds();
        await first;

        (await _database.NextAsync()).Fails(new InvalidOperationException("refused"));
        foreach (var expected in (SendOutcome[])[before, bad, after])
        {
            var alone = await _database.NextAsync();
            Assert.Equal([expected], alone.Outcomes);
            if (expected == bad)
                alone.Fails(new InvalidOperationException("refused"));
            else
                alone.Succeeds();
        }
        await tasks[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => tasks[1]);
        await tasks[2];
    }

    [Fact]
    public async Task What_came_in_before_the_end_is_still_written_also_while_Postgres_is_away()
    {
        await _writer.StartAsync(Stop);
        var written = _writer.WriteAsync([Outcome()]);
        var statement = await _database.NextAsync();
        var ended = _writer.StopAsync(Stop);
        statement.Fails(new TimeoutException());
        _time.Advance(await _time.NextWaitAsync());
        (await _database.NextAsync()).Succeeds();
        await written;
        await ended;
    }

    public void Dispose() => _writer.Dispose();

    private static SendOutcome Outcome() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), MessageStatus.Accepted, "SM1");

    /// <summary>Each statement is answered by the test.</summary>
    private sealed class Database
    {
        private readonly Channel<Statement> _statements = Channel.CreateUnbounded<Statement>();

        public Task RecordAsync(IReadOnlyCollection<SendOutcome> outcomes)
        {
            var statement = new Statement(outcomes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _statements.Writer.TryWrite(statement);
            return statement.Answer.Task;
        }

        public async Task<Statement> NextAsync() => await _statements.Reader.ReadAsync(Stop);
    }

    private sealed record Statement(IReadOnlyCollection<SendOutcome> Outcomes, TaskCompletionSource Answer)
    {
        public void Succeeds() => Answer.SetResult();

        public void Fails(Exception exception) => Answer.SetException(exception);
    }
}
