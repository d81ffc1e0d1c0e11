using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> entity)
    {
        entity.ToTable("campaigns");
        entity.Property(campaign => campaign.Id).ValueGeneratedNever();
        entity.Property(campaign => campaign.Kind).IsStoredEnum();
        entity.HasStoredEnumCheck<Campaign, CampaignKind>("kind");
        entity.Property(campaign => campaign.Name).HasMaxLength(120);
        entity.Property(campaign => campaign.Template).HasMaxLength(2000);
        entity.Property(campaign => campaign.Audience)
            .HasColumnType("jsonb")
            .HasConversion(
                audience => JsonSerializer.Serialize(audience, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<Audience>(json, JsonSerializerOptions.Web)!);
        entity.Property(campaign => campaign.PatientId).HasComputedColumnSql("(audience ->> 'patientId')::uuid", stored: true);
        entity.Property(campaign => campaign.Status).IsStoredEnum();
        entity.HasStoredEnumCheck<Campaign, CampaignStatus>("status");
        entity.Property(campaign => campaign.StatusNote).HasMaxLength(400);
        entity.Property(campaign => campaign.LimitsReached).HasDefaultValueSql("'{}'");
        entity.Property(campaign => campaign.TraceParent).HasMaxLength(55);

        // Lists show what was sent to an audience; texts to one patient may be many times as many, and are found by the patient.
        entity.HasIndex(campaign => new { campaign.OrganizationId, campaign.Id }).HasFilter("kind = 'bulk'");
        entity.HasIndex(campaign => new { campaign.PatientId, campaign.Id }).HasFilter("patient_id is not null");
        entity.HasIndex(campaign => new { campaign.OrganizationId, campaign.StartedAt });

        // Whatever may still have an open row.
        entity.HasIndex(campaign => campaign.Status).HasFilter("status in ('queued', 'planning', 'running', 'paused', 'canceled')");
    }
}
