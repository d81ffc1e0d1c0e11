using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LabsToGo.Benchmarks;

// ./bench.sh --functions: what runs once or more per message and asks nobody.
BenchmarkRunner.Run(
    [typeof(HotFunctions), typeof(MessageCreation)],
    DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(Path.GetTempPath()));
