using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class BatchConfiguration : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> entity)
    {
        entity.ToTable("batches");
        entity.HasStorageParameter("autovacuum_vacuum_scale_factor", 0.01);
        entity.Property(batch => batch.Id).ValueGeneratedNever();
        entity.Property(batch => batch.WaitsForHours).HasDefaultValue(false);
        entity.Property(batch => batch.Failures).HasDefaultValue((short)0);

        // What waits, lane by lane: the dispatcher takes from its front.
        entity.HasIndex(batch => new { batch.CampaignId, batch.SenderId, batch.DueAt, batch.Id }).HasFilter("attempt_id is null");

        // What was counted against a daily cap, and is to be handed out again the same day: it goes before what has to find room.
        entity.HasIndex(batch => new { batch.CampaignId, batch.SenderId, batch.DueAt }).HasFilter("counted_on is not null and attempt_id is null");

        // What is out: little at any time.
        entity.HasIndex(batch => batch.SenderId).HasFilter("handed_at is not null");
        entity.HasIndex(batch => batch.LeaseUntil).HasFilter("lease_until is not null");
    }
}
