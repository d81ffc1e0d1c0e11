namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Lines of all resources, each with its name in its colour.</summary>
internal static class Terminal
{
    private static readonly int[] Colours = [36, 33, 35, 32, 34, 31, 96, 93, 95, 92];

    private static readonly bool Coloured = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    private static readonly Lock Gate = new();

    private static readonly Dictionary<string, int> ColourOf = [];

    public static void Write(string name, string line)
    {
        lock (Gate)
        {
            if (!ColourOf.TryGetValue(name, out var colour))
                ColourOf[name] = colour = Colours[ColourOf.Count % Colours.Length];
            Console.WriteLine(Coloured ? $"\e[{colour}m{name,-16}\e[0m {line}" : $"{name,-16} {line}");
        }
    }

    public static void Say(string text)
    {
        lock (Gate)
            Console.WriteLine(text);
    }
}
