using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Senders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Senders;

internal static class SenderEndpoints
{
    public static void MapSenders(this IEndpointRouteBuilder app)
    {
        var senders = app.MapGroup("/api/senders").WithTags("Settings");
        senders.MapGet("/", ListAsync).RequirePermission(Permission.SettingsRead);

        var edit = senders.MapGroup("").RequirePermission(Permission.SettingsEdit);
        edit.MapPost("/", AddAsync).Audit("sender.create").Idempotent();
        edit.MapPut("/{id:guid}", ChangeAsync).Audit("sender.change");
        edit.MapPost("/{id:guid}/pause", PauseAsync).Audit("sender.pause");
        edit.MapPost("/{id:guid}/resume", ResumeAsync).Audit("sender.resume");
        edit.MapPost("/{id:guid}/retire", RetireAsync).Audit("sender.retire");
        edit.MapPost("/{id:guid}/use-again", UseAgainAsync).Audit("sender.use_again");
    }

    private static async Task<Ok<List<SenderResponse>>> ListAsync(LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var senders = await db.Senders.AsNoTracking().OrderBy(sender => sender.CreatedAt).ThenBy(sender => sender.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(senders.ConvertAll(Response));
    }

    private static async Task<Results<Created<SenderResponse>, ValidationProblem>> AddAsync(
        SenderRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!SenderNumbers.TryNormalize(request.Phone, out var phone, out var problem))
            return FieldErrors.Of("phone", problem);
        var sender = new Sender(
            caller.GetOrganizationId(), phone, request.Label.Trim(), request.SegmentsPerSecond, request.DailyCap, request.AnswersKeywords, time.GetUtcNow());
        db.Add(sender);
        await SaveAsync(db, cancellationToken);
        return TypedResults.Created($"/api/senders/{sender.Id}", Response(sender));
    }

    private static async Task<Results<Ok<SenderResponse>, ValidationProblem, NotFound>> ChangeAsync(
        Guid id, SenderRequest request, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Senders.SingleOrDefaultAsync(sender => sender.Id == id, cancellationToken) is not { } sender)
            return TypedResults.NotFound();
        if (!SenderNumbers.TryNormalize(request.Phone, out var phone, out var problem) || phone != sender.Phone)
            return FieldErrors.Of("phone", problem.Length > 0 ? problem : "A sender's number never changes: add the other number, and retire this one.");
        sender.Change(request.Label.Trim(), request.SegmentsPerSecond, request.DailyCap, request.AnswersKeywords);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Response(sender));
    }

    private static Task<Results<Ok<SenderResponse>, NotFound>> PauseAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        SwitchAsync(id, db, sender => sender.Pause($"Paused by {caller.GetName()}. Resume it when it may send again."), cancellationToken);

    private static Task<Results<Ok<SenderResponse>, NotFound>> ResumeAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        SwitchAsync(id, db, sender => sender.Resume(), cancellationToken);

    private static async Task<Results<Ok<SenderResponse>, NotFound>> RetireAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        // What waits to leave from it would wait for ever, since each text is planned for one number.
        if (await db.Batches.AnyAsync(batch => batch.SenderId == id, cancellationToken))
            throw new DomainException("Texts still wait to leave from this number. Let them leave or cancel their campaigns, then retire it.");
        return await SwitchAsync(id, db, sender => sender.Retire(), cancellationToken);
    }

    private static Task<Results<Ok<SenderResponse>, NotFound>> UseAgainAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        SwitchAsync(id, db, sender => sender.UseAgain(), cancellationToken);

    private static async Task<Results<Ok<SenderResponse>, NotFound>> SwitchAsync(
        Guid id, LabsToGoDbContext db, Action<Sender> change, CancellationToken cancellationToken)
    {
        if (await db.Senders.SingleOrDefaultAsync(sender => sender.Id == id, cancellationToken) is not { } sender)
            return TypedResults.NotFound();
        change(sender);
        await SaveAsync(db, cancellationToken);
        return TypedResults.Ok(Response(sender));
    }

    private static async Task SaveAsync(LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            throw new DomainException(
                "This number is set up as a sender already. A number belongs to one organization at a time, since its replies are told apart by it. "
                + "If it is among your retired ones, choose Use again there.");
        }
    }

    private static SenderResponse Response(Sender sender) => new(
        sender.Id, sender.Phone, sender.Label, sender.SegmentsPerSecond, sender.Status,
        sender.PauseReason, sender.DailyCap, sender.AnswersKeywords);
}
