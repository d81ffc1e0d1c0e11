using LabsToGo.Domain.Senders;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>Packs rows into batches, each of which fills one slot of its sender.</summary>
internal static class PlanBatches
{
    public static List<PlannedBatch> Of(CampaignToPlan campaign, IReadOnlyList<PlannedMessage> messages)
    {
        var rates = campaign.Senders.ToDictionary(sender => sender.Id, sender => sender.SegmentsPerSecond);
        var batches = new List<PlannedBatch>();
        foreach (var sender in messages.Where(message => message.Skip is null).GroupBy(message => message.SenderId))
            Pack(sender.Key, sender, SendingSlots.Segments(rates[sender.Key]), batches);
        return batches;
    }

    private static void Pack(Guid senderId, IEnumerable<PlannedMessage> messages, int slot, List<PlannedBatch> batches)
    {
        var ids = new List<Guid>();
        var segments = 0;
        foreach (var message in messages)
        {
            if (ids.Count > 0 && (ids.Count == SendingSlots.MaxMessages || segments + message.Segments > slot))
            {
                batches.Add(new PlannedBatch(senderId, [.. ids], segments));
                ids.Clear();
                segments = 0;
            }
            ids.Add(message.Id);
            segments += message.Segments;
        }
        if (ids.Count > 0)
            batches.Add(new PlannedBatch(senderId, [.. ids], segments));
    }
}
