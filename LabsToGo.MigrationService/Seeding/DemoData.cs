using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Accounts;
using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Senders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.MigrationService.Seeding;

/// <summary>"Labs To Go Demo": an organization with staff, two numbers and 2,000 patients, so that the first screen is not empty. Development only.</summary>
internal sealed class DemoData(IPasswordHasher<User> hasher)
{
    public static readonly Guid OrganizationId = new("0197f000-0000-7000-8000-000000000001");

    /// <summary>Of every demo account; the sign-in page shows it in Development.</summary>
    private const string Password = "LabsToGo-Demo-1";

    /// <returns>False when the organization is there already.</returns>
    public async Task<bool> SeedAsync(LabsToGoDbContext db, Tenant tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        tenant.Use(OrganizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Organizations.AnyAsync(cancellationToken))
            return false;

        var organization = new Organization(OrganizationId, "Labs To Go Demo", "America/New_York", now);
        // Open all day: the demo has to work whenever somebody tries it.
        organization.AllowHours([0, 0, 0, 0, 0, 0, 0], [1440, 1440, 1440, 1440, 1440, 1440, 1440]);
        // And by one person: the sample file alone has 10,000 patients.
        organization.Protect(
            organization.RequiresSecondFactor, organization.LogOffMinutes, approvalAbove: 20_000, organization.MessageRetentionDays,
            organization.AuditRetentionYears);
        db.Add(organization);
        db.AddRange(
            User("owner@demo.example", "Olivia Owner", Role.Owner, now),
            User("admin@demo.example", "Ada Admin", Role.Admin, now),
            User("manager@demo.example", "Marco Manager", Role.Manager, now),
            User("staff@demo.example", "Sara Staff", Role.Staff, now),
            User("viewer@demo.example", "Victor Viewer", Role.Viewer, now));
        db.AddRange(
            new Sender(OrganizationId, "+18005550100", "Main line", 500, null, null, now),
            new Sender(OrganizationId, "+18005550101", "Second line", 500, null, null, now));

        foreach (var (patient, consents) in DemoPatients.Make(OrganizationId, now))
        {
            db.Add(patient);
            db.AddRange(consents);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private User User(string email, string name, Role role, DateTimeOffset now)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = OrganizationId,
            Name = name,
            Role = role,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = hasher.HashPassword(user, Password);
        return user;
    }
}
