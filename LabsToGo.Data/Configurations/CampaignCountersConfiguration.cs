using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class CampaignCountersConfiguration : IEntityTypeConfiguration<CampaignCounters>
{
    public void Configure(EntityTypeBuilder<CampaignCounters> entity)
    {
        entity.ToTable("campaign_counters");
        // One row is rewritten by every batch: room on the page for its next versions.
        entity.HasStorageParameter("fillfactor", 20);
        entity.HasKey(counters => counters.CampaignId);
        entity.HasOne<Campaign>().WithOne().HasForeignKey<CampaignCounters>(counters => counters.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}
