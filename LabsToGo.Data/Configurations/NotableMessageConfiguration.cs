using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class NotableMessageConfiguration : IEntityTypeConfiguration<NotableMessage>
{
    public void Configure(EntityTypeBuilder<NotableMessage> entity)
    {
        entity.ToTable("notable_messages");
        entity.HasKey(message => message.MessageId);
        entity.Property(message => message.MessageId).ValueGeneratedNever();
        entity.Property(message => message.Status).IsStoredEnum();
        entity.HasIndex(message => new { message.CampaignId, message.Status, message.PatientId });
        entity.HasIndex(message => message.AskAt).HasFilter("ask_at is not null");
    }
}
