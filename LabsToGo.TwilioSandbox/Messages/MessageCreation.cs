using LabsToGo.Domain.Messages.Segments;
using LabsToGo.TwilioSandbox.Callbacks;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.TwilioSandbox.Messages;

internal static class MessageCreation
{
    /// <summary>As Twilio would, unless a switch says to misbehave. Everything that arrives is logged first, whatever becomes of it.</summary>
    public static async Task<IResult> CreateAsync(
        string accountSid, HttpContext context, MessageStore store, FaultSwitches faults, ReceivedLog received, CallbackPlayer callbacks, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var form = CreateForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var segments = SegmentCounter.CountSegments(form.Body);
        var fault = faults.Draw();

        var refusal = form.Refusal(store.HasOptedOut(form.To, form.From));
        var accepted = refusal is null && fault.Accepts;
        received.Add(new Receipt(now, form.To, form.From, segments, accepted, form.StatusCallback));

        if (!accepted)
        {
            await AnswerLaterAsync(fault, context, time);
            return fault.Accepts ? Answers.Problem(400, refusal!.Value.Code, refusal.Value.Message) : await fault.AnswerAsync(context, null);
        }

        var created = now.AddSeconds(-fault.Settings.ClockBehindSeconds);
        var message = new SandboxMessage
        {
            Sid = MessageStore.NewSid(),
            To = form.To,
            From = form.From,
            Body = faults.RedactsBody() ? "" : form.Body,
            Segments = segments,
            Direction = Directions.Outbound,
            CreatedAt = created,
            UpdatedAt = created,
            StatusCallback = form.StatusCallback,
            Status = "queued",
        };
        store.Add(message);
        callbacks.Schedule(message);
        // Taken before the answer, so a caller that is gone by then has its message all the same.
        await AnswerLaterAsync(fault, context, time);
        return await fault.AnswerAsync(context, Answers.Message(message, accountSid, StatusCodes.Status201Created));
    }

    private static Task AnswerLaterAsync(Fault fault, HttpContext context, TimeProvider time) =>
        fault.Latency > TimeSpan.Zero ? Task.Delay(fault.Latency, time, context.RequestAborted) : Task.CompletedTask;
}
