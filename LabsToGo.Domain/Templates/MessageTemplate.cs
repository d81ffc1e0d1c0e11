using System.Collections.Concurrent;
using LabsToGo.Domain.Messages;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>A Liquid template (<see href="https://shopify.github.io/liquid/"/>), parsed once and rendered for each patient. Safe for concurrent use.</summary>
public sealed class MessageTemplate
{
    /// <summary>Twilio refuses a longer body (error 21617).</summary>
    public const int MaxTextLength = 1600;

    /// <summary>Null for a text that is no template.</summary>
    private readonly Template? _template;

    private readonly string _literal = "";

    private readonly ConcurrentBag<RenderContext> _contexts = [];

    private MessageTemplate(Template template) => _template = template;

    private MessageTemplate(string text) => _literal = text.Trim();

    /// <summary>A text that arrives as it was written, braces included.</summary>
    public static MessageTemplate Literal(string text) => new(text);

    /// <param name="source">Liquid.</param>
    /// <param name="parsed">The template, when there is no error.</param>
    /// <param name="error">Otherwise what is wrong and where, for the person who wrote it.</param>
    public static bool TryParse(string source, out MessageTemplate parsed, out string error)
    {
        parsed = null!;
        if (string.IsNullOrWhiteSpace(source))
        {
            error = "The template is empty. Write the text that the patients shall receive.";
            return false;
        }
        var template = Template.ParseLiquid(source);
        if (template.HasErrors)
        {
            error = $"The template can't be read: {InWords(template.Messages[0])}";
            return false;
        }
        var names = new UsedNames();
        names.Visit(template.Page);
        var unknown = names.Foreign.Select(name => name == "for" ? "forloop" : name).ToList();
        if (unknown.Count > 0)
        {
            error = $"The template uses {string.Join(", ", unknown.Select(name => $"'{name}'"))}, which is no field or filter. "
                + $"Fields are: {string.Join(", ", TemplateFields.All.Select(field => field.Name))}.";
            return false;
        }
        parsed = new MessageTemplate(template);
        error = "";
        return true;
    }

    public RenderedText Render(in TemplateValues values)
    {
        if (_template is null)
            return Checked(_literal, showedNothing: false);
        if (!_contexts.TryTake(out var context))
            context = new RenderContext();
        context.Use(values);

        string text;
        try
        {
            text = _template.Render(context).Trim();
        }
        catch (ScriptRuntimeException)
        {
            // A template that fails on this patient's data is this patient's reason; the others still get their texts.
            return new("", SkipReason.TemplateError);
        }
        var rendered = Checked(text, context.ShowedNothing);
        _contexts.Add(context);
        return rendered;
    }

    private static RenderedText Checked(string text, bool showedNothing) => Refusal(text, showedNothing) is { } skip ? new("", skip) : new(text, null);

    private static string InWords(LogMessage problem) =>
        problem.Message.Contains("<eof>", StringComparison.Ordinal) || problem.Message.Contains("was not found in", StringComparison.Ordinal)
            ? "it ends inside a field or block. Close every {{ with }}, every {% with %}, and every {% if %} with {% endif %}."
            : $"{problem.Message.TrimEnd('.')} (line {problem.Span.Start.Line + 1}, column {problem.Span.Start.Column + 1}).";

    private static SkipReason? Refusal(string text, bool showedNothing) =>
        showedNothing ? SkipReason.MissingField
        : text.Length > MaxTextLength ? SkipReason.TextTooLong
        : text.Length == 0 || text.Contains('\0', StringComparison.Ordinal) ? SkipReason.TemplateError
        : null;
}
