using System.Net;
using System.Net.Http.Headers;

namespace LabsToGo.Twilio.Messages;

/// <summary>
/// The form of a create on its way out. It is asked for its bytes when a connection is open and about to carry them: what is too old by then does not leave,
/// so that Twilio never sees a whole request of it.
/// </summary>
internal sealed class MessageContent : HttpContent
{
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    private readonly byte[] _form;
    private readonly Func<bool> _mayLeave;

    public MessageContent(byte[] form, Func<bool> mayLeave)
    {
        (_form, _mayLeave) = (form, mayLeave);
        Headers.ContentType = FormType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!_mayLeave())
            throw new LeftTooLateException();
        await stream.WriteAsync(_form, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Length;
        return true;
    }
}
