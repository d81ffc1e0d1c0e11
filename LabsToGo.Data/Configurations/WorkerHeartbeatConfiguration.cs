using LabsToGo.Data.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class WorkerHeartbeatConfiguration : IEntityTypeConfiguration<WorkerHeartbeat>
{
    public void Configure(EntityTypeBuilder<WorkerHeartbeat> entity)
    {
        entity.ToTable("worker_heartbeats");
        entity.HasKey(heartbeat => heartbeat.Instance);
        entity.Property(heartbeat => heartbeat.Instance).HasMaxLength(120);
        entity.Property(heartbeat => heartbeat.Service).HasMaxLength(40);
    }
}
