using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with endpoints in it.</summary>
public sealed class ReferenceExpression
{
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (32 * formattedCount));

        public readonly void AppendLiteral(string literal) => text.Append(literal);

        public readonly void AppendFormatted(EndpointReference endpoint) => text.Append(endpoint.Url);

        internal readonly string Text => text.ToString();
    }
}
