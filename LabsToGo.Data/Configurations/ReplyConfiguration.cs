using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class ReplyConfiguration : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> entity)
    {
        entity.ToTable("replies");
        entity.Property(reply => reply.Id).ValueGeneratedNever();
        entity.Property(reply => reply.Phone).HasMaxLength(16).UseCollation("C");
        entity.Property(reply => reply.Body).HasMaxLength(IncomingReply.LongestBody);
        entity.Property(reply => reply.Intent).HasMaxLength(20);
        entity.Property(reply => reply.TwilioKeyword).HasMaxLength(5);
        entity.Property(reply => reply.ProviderSid).HasMaxLength(34);
        entity.HasIndex(reply => new { reply.OrganizationId, reply.ProviderSid }).IsUnique();
        entity.HasIndex(reply => new { reply.OrganizationId, reply.Id });
        entity.HasIndex(reply => new { reply.OrganizationId, reply.PatientId, reply.Id });
        entity.HasIndex(reply => new { reply.OrganizationId, reply.Phone, reply.Id });
        entity.HasIndex(reply => new { reply.OrganizationId, reply.ReceivedAt, reply.Id }).HasFilter("redacted_at is null");
    }
}
