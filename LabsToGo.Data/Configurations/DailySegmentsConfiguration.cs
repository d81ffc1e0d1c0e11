using LabsToGo.Domain.Senders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class DailySegmentsConfiguration : IEntityTypeConfiguration<DailySegments>
{
    public void Configure(EntityTypeBuilder<DailySegments> entity)
    {
        entity.ToTable("daily_segments");
        entity.HasKey(counted => new { counted.SenderId, counted.Day });
        entity.HasIndex(counted => new { counted.OrganizationId, counted.Day });
    }
}
