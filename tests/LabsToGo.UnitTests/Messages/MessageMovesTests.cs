using LabsToGo.Domain.Messages;

namespace LabsToGo.UnitTests.Messages;

public sealed class MessageMovesTests
{
    [Fact]
    public void Every_state_has_its_moves() => Assert.Equal(Enum.GetValues<MessageStatus>().Order(), MessageMoves.Legal.Keys.Order());

    [Fact]
    public void What_has_ended_never_becomes_due_again()
    {
        foreach (var status in Enum.GetValues<MessageStatus>().Where(MessageMoves.IsFinal))
            Assert.DoesNotContain(Reachable(status), later => later is MessageStatus.Pending or MessageStatus.Sending or MessageStatus.Unknown);
    }

    [Fact]
    public void Every_state_can_come_to_an_end() =>
        Assert.All(Enum.GetValues<MessageStatus>(), status => Assert.True(MessageMoves.IsFinal(status) || Reachable(status).Any(MessageMoves.IsFinal)));

    [Fact]
    public void An_open_outcome_is_never_claimed_again_without_a_decision() =>
        Assert.DoesNotContain(MessageStatus.Sending, MessageMoves.Legal[MessageStatus.Unknown]);

    [Fact]
    public void A_delivered_message_stays_delivered() => Assert.Empty(MessageMoves.Legal[MessageStatus.Delivered]);

    private static HashSet<MessageStatus> Reachable(MessageStatus from)
    {
        var found = new HashSet<MessageStatus>();
        var open = new Stack<MessageStatus>([from]);
        while (open.TryPop(out var status))
        {
            foreach (var next in MessageMoves.Legal[status].Where(found.Add))
                open.Push(next);
        }
        return found;
    }
}
