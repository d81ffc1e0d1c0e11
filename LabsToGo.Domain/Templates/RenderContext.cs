using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LabsToGo.Domain.Templates;

/// <summary>
/// Renders for one patient after another. An empty field may be asked about (<c>{% if city %}</c>, <c>{{ city | default: "your town" }}</c>),
/// but it is noticed when one was to be shown, alone or as a part of something: "Hello ," is worse than no text.
/// </summary>
internal sealed class RenderContext : LiquidTemplateContext
{
    private readonly ScriptObject _fields = new(StringComparer.Ordinal);

    /// <summary>The template's own variables that something empty went into.</summary>
    private readonly HashSet<string> _lacking = new(StringComparer.Ordinal);

    private bool _readNothing;

    private DateTime _now;

    public RenderContext()
    {
        // No object and no file is reachable from a template, and a loop ends.
        LoopLimit = 1_000;
        LimitToString = 10_000;
        RecursiveLimit = 20;
        RegexTimeOut = TimeSpan.FromMilliseconds(100);
        TemplateLoader = null;
        var filters = new ScriptObject();
        filters.Import(DateFilter.Name, (object? value, string? format) => DateFilter.Format(value, format, _now));
        PushGlobal(filters);
        PushGlobal(_fields);
    }

    public bool ShowedNothing { get; private set; }

    /// <summary>Forgets the patient before, the template's own variables included.</summary>
    public void Use(in TemplateValues values)
    {
        _fields.Clear();
        _lacking.Clear();
        // How far "cycle" has come.
        Tags.Clear();
        ShowedNothing = false;
        _now = values.Now;
        Set(TemplateFields.FirstName, values.FirstName);
        Set(TemplateFields.LastName, values.LastName);
        Set(TemplateFields.City, values.City);
        Set(TemplateFields.LabName, values.LabName);
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        switch (scriptNode)
        {
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual } comparison
                when IsBlank(comparison.Left) || IsBlank(comparison.Right):
                var asked = Evaluate(IsBlank(comparison.Right) ? comparison.Left : comparison.Right, aliasReturnedFunction: false);
                return string.IsNullOrWhiteSpace(asked as string ?? asked?.ToString()) == comparison.Operator is ScriptBinaryOperator.CompareEqual;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "default" } }:
                var before = _readNothing;
                var shown = base.Evaluate(scriptNode, aliasReturnedFunction);
                _readNothing = before;
                return shown;
            case ScriptAssignExpression { Target: ScriptVariableGlobal variable }:
                _readNothing = false;
                base.Evaluate(scriptNode, aliasReturnedFunction);
                _ = _readNothing ? _lacking.Add(variable.Name) : _lacking.Remove(variable.Name);
                return null;
            case ScriptExpressionStatement { CanOutput: true }:
                _readNothing = false;
                break;
        }
        var result = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptVariableGlobal read && (result is null || _lacking.Contains(read.Name)))
            _readNothing = true;
        if (scriptNode is ScriptExpressionStatement { CanOutput: true } && (_readNothing || result is null or ""))
            ShowedNothing = true;
        return result;
    }

    private static bool IsBlank(ScriptExpression? expression) => expression is ScriptVariableGlobal { Name: "blank" or "empty" };

    private void Set(string name, string? value) => _fields[name] = string.IsNullOrWhiteSpace(value) ? null : value;
}
