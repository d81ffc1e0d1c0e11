using System.Reflection;
using LabsToGo.Testing;
using Xunit.v3;

namespace LabsToGo.BrowserTests;

/// <summary>Keeps the pictures that the sessions of a failed test leave, and removes the others.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class KeepPicturesAttribute : BeforeAfterTestAttribute
{
    private static readonly string Folder = Path.Combine(Clone.Folder, "TestResults");

    /// <summary>For one more picture of the running test.</summary>
    public static string NewPath() => Path.Combine(Folder, $"{TestContext.Current.Test!.UniqueID}-{Guid.CreateVersion7():N}.png");

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!Directory.Exists(Folder))
            return;
        var failed = TestContext.Current.TestState?.Result is TestResult.Failed;
        var number = 0;
        foreach (var picture in Directory.GetFiles(Folder, $"{test.UniqueID}-*.png").Order(StringComparer.Ordinal))
        {
            if (failed)
                File.Move(picture, Path.Combine(Folder, $"{methodUnderTest.Name}-{++number}.png"), overwrite: true);
            else
                File.Delete(picture);
        }
    }
}
