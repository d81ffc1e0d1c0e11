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

        var acceptable = form.Refusal(store.HasOptedOut(form.To, form.From));
        var accepted = acceptable is null && fault.Accepts;
        received.Add(new Receipt(now, form.To, form.From, segments, accepted, form.StatusCallback));

        if (fault.Latency > TimeSpan.Zero)
            await Task.Delay(fault.Latency, time, context.RequestAborted);
        if (!fault.Accepts)
            return await fault.AnswerAsync(context, null);
        if (acceptable is { } problem)
            return Answers.Problem(400, problem.Code, problem.Message);

        var message = new SandboxMessage
        {
            Sid = MessageStore.NewSid(),
            To = form.To,
            From = form.From,
            Body = form.Body,
            Segments = segments,
            Direction = Directions.Outbound,
            CreatedAt = now,
            UpdatedAt = now,
            StatusCallback = form.StatusCallback,
            Status = "queued",
        };
        store.Add(message);
        callbacks.Schedule(message);
        return await fault.AnswerAsync(context, Answers.Message(message, accountSid, StatusCodes.Status201Created));
    }
}
