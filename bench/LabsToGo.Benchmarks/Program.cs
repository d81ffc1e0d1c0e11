using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LabsToGo.Benchmarks;

// ./bench.sh --functions: the pure functions that run once or more per message.
BenchmarkRunner.Run<HotFunctions>(
    DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(Path.GetTempPath()));
