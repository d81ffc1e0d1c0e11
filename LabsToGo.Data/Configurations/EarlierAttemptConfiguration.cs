using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class EarlierAttemptConfiguration : IEntityTypeConfiguration<EarlierAttempt>
{
    public void Configure(EntityTypeBuilder<EarlierAttempt> entity)
    {
        entity.ToTable("earlier_attempts");
        entity.Property(attempt => attempt.Id).HasDefaultValueSql("gen_random_uuid()");
        entity.Property(attempt => attempt.ProviderSid).HasMaxLength(34);
        entity.HasIndex(attempt => new { attempt.MessageId, attempt.ProviderSid }).IsUnique();
        entity.HasIndex(attempt => attempt.RedactedAt).HasFilter("redacted_at is null");
    }
}
