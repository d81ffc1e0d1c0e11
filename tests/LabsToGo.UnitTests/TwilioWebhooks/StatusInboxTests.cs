using System.Threading.Channels;
using LabsToGo.Api.TwilioWebhooks;
using LabsToGo.Data.Following;
using LabsToGo.Domain.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace LabsToGo.UnitTests.TwilioWebhooks;

public sealed class StatusInboxTests : IDisposable
{
    private static readonly Guid Lab = Guid.NewGuid(), OtherLab = Guid.NewGuid();

    private readonly Channel<Statement> _statements = Channel.CreateUnbounded<Statement>();
    private readonly StatusInbox _inbox;

    public StatusInboxTests() => _inbox = new StatusInbox(StoreAsync, NullLogger<StatusInbox>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_answered_before_it_is_durable_and_what_comes_meanwhile_is_stored_together()
    {
        await _inbox.StartAsync(Stop);
        // Two are written at once; what comes then has to wait.
        var first = new List<Task> { _inbox.ApplyAsync(Lab, Update()) };
        var statements = new List<Statement> { await NextAsync() };
        first.Add(_inbox.ApplyAsync(Lab, Update()));
        statements.Add(await NextAsync());
        var waiting = Enumerable.Range(0, 20).Select(_ => _inbox.ApplyAsync(Lab, Update())).ToList();
        Assert.False(_statements.Reader.TryPeek(out _));
        Assert.DoesNotContain(first.Concat(waiting), answered => answered.IsCompleted);

        statements[1].Succeeds();
        await first[1];
        Assert.False(first[0].IsCompleted);
        var together = await NextAsync();
        Assert.Equal(20, together.Updates.Count);
        statements[0].Succeeds();
        together.Succeeds();
        await Task.WhenAll(first.Concat(waiting));
    }

    [Fact]
    public async Task What_one_organization_s_database_refuses_is_told_to_its_callers_alone()
    {
        await _inbox.StartAsync(Stop);
        var busy = _inbox.ApplyAsync(Lab, Update());
        var first = await NextAsync();
        var busyToo = _inbox.ApplyAsync(Lab, Update());
        var second = await NextAsync();
        List<Task> refused = [_inbox.ApplyAsync(Lab, Update()), _inbox.ApplyAsync(Lab, Update())];
        var taken = _inbox.ApplyAsync(OtherLab, Update());
        first.Succeeds();
        await busy;

        var ours = await NextAsync();
        Assert.Equal((Lab, 2), (ours.OrganizationId, ours.Updates.Count));
        ours.Fails(new IOException("Postgres is away"));
        var theirs = await NextAsync();
        Assert.Equal((OtherLab, 1), (theirs.OrganizationId, theirs.Updates.Count));
        theirs.Succeeds();

        foreach (var call in refused)
            Assert.IsType<IOException>((await Assert.ThrowsAsync<StatusNotStoredException>(() => call)).InnerException);
        await taken;
        second.Succeeds();
        await busyToo;
    }

    [Fact]
    public async Task After_a_refusal_the_next_callbacks_are_stored()
    {
        await _inbox.StartAsync(Stop);
        var refused = _inbox.ApplyAsync(Lab, Update());
        (await NextAsync()).Fails(new TimeoutException());
        await Assert.ThrowsAsync<StatusNotStoredException>(() => refused);

        var again = _inbox.ApplyAsync(Lab, Update());
        (await NextAsync()).Succeeds();
        await again;
    }

    public void Dispose() => _inbox.Dispose();

    private static StatusUpdate Update() => new(Guid.NewGuid(), "delivered", MessageStatus.Delivered, "SM1", null, null, false);

    private Task StoreAsync(Guid organizationId, IReadOnlyList<StatusUpdate> updates, CancellationToken cancellationToken)
    {
        var statement = new Statement(organizationId, updates, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _statements.Writer.TryWrite(statement);
        return statement.Answer.Task;
    }

    private async Task<Statement> NextAsync() => await _statements.Reader.ReadAsync(Stop);

    private sealed record Statement(Guid OrganizationId, IReadOnlyList<StatusUpdate> Updates, TaskCompletionSource Answer)
    {
        public void Succeeds() => Answer.SetResult();

        public void Fails(Exception exception) => Answer.SetException(exception);
    }
}
