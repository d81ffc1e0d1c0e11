using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>
/// Renders for one patient after another. An empty field may be asked about (<c>{% if city %}</c>, <c>{{ city | default: "your town" }}</c>),
/// but it is noticed when one was to be shown: "Hello ," is worse than no text.
/// </summary>
internal sealed class RenderContext : LiquidTemplateContext
{
    private readonly ScriptObject _fields = new(StringComparer.Ordinal);

    public RenderContext()
    {
        // No object and no file is reachable from a template, and a loop ends.
        LoopLimit = 1_000;
        LimitToString = 10_000;
        RecursiveLimit = 20;
        RegexTimeOut = TimeSpan.FromMilliseconds(100);
        TemplateLoader = null;
        PushGlobal(_fields);
    }

    public bool ShowedNothing { get; private set; }

    /// <summary>Forgets the patient before, the template's own variables included.</summary>
    public void Use(in TemplateValues values)
    {
        _fields.Clear();
        ShowedNothing = false;
        Set(TemplateFields.FirstName, values.FirstName);
        Set(TemplateFields.LastName, values.LastName);
        Set(TemplateFields.City, values.City);
        Set(TemplateFields.LabName, values.LabName);
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var result = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptExpressionStatement { CanOutput: true } && result is null or "")
            ShowedNothing = true;
        return result;
    }

    private void Set(string name, string? value) => _fields[name] = string.IsNullOrWhiteSpace(value) ? null : value;
}
