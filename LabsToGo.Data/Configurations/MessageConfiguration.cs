using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> entity)
    {
        entity.ToTable("messages");
        // Rows are rewritten in place while they are sent and followed: room on the page, and no index that changes, keep those updates off the indexes (HOT).
        entity.HasStorageParameter("fillfactor", 45);
        entity.HasStorageParameter("autovacuum_vacuum_scale_factor", 0.02);
        entity.Property(message => message.Id).ValueGeneratedNever();
        entity.Property(message => message.Phone).HasMaxLength(16).UseCollation("C");
        entity.Property(message => message.TimeZone).HasMaxLength(FoundTimeZone.Longest);
        entity.Property(message => message.Body).HasMaxLength(1600);
        entity.Property(message => message.Status).IsStoredEnum();
        entity.HasStoredEnumCheck<Message, MessageStatus>("status");
        entity.Property(message => message.Reason).HasMaxLength(400);
        entity.Property(message => message.ProviderSid).HasMaxLength(34);
        entity.Property(message => message.History).HasColumnType("jsonb").HasDefaultValueSql("'{}'");

        entity.HasIndex(message => new { message.CampaignId, message.PatientId }).IsUnique();

        // Who asks for a number's texts: the reconciler. A number never changes, so updates stay off it.
        entity.HasIndex(message => message.Phone);

        // No further index: an update that touches none stays on its page (HOT). What is due is in batches, what went wrong in notable_messages.
        // No foreign keys: rows outlive patients, and a look-up per planned row would be paid for nothing.
    }
}
