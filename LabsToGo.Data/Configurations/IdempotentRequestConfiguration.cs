using LabsToGo.Data.Idempotency;
using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class IdempotentRequestConfiguration : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> entity)
    {
        entity.ToTable("idempotent_requests");
        entity.HasKey(request => new { request.OrganizationId, request.Key });
        entity.Property(request => request.Key).HasMaxLength(100);
        entity.Property(request => request.RequestHash).HasMaxLength(32);
        entity.Property(request => request.Location).HasMaxLength(200);
        entity.HasIndex(request => request.CreatedAt);
        entity.HasOne<Organization>().WithMany().HasForeignKey(request => request.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
