using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LabsToGo.Web.Clients;

/// <summary>Circuits make their handlers as they open: later the request that opened one may be gone, and nobody could say who it was.</summary>
#pragma warning disable CS9113 // To be made is enough.
internal sealed class CallerOfCircuit(Caller caller) : CircuitHandler;
#pragma warning restore CS9113
