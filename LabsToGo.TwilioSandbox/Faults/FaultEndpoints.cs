using System.ComponentModel.DataAnnotations;

namespace LabsToGo.TwilioSandbox.Faults;

internal static class FaultEndpoints
{
    public static void MapFaults(this WebApplication app)
    {
        app.MapGet("/sandbox/faults", (FaultSwitches switches) => switches.Settings);
        app.MapPut("/sandbox/faults", Change);
    }

    private static IResult Change(FaultSettings settings, FaultSwitches switches)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true))
            return TypedResults.ValidationProblem(
                problems.ToDictionary(problem => problem.MemberNames.First(), problem => new[] { problem.ErrorMessage ?? "" }));
        switches.Settings = settings;
        return TypedResults.Ok(settings);
    }
}
