using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>What a person says of texts whose outcome could not be found out.</summary>
/// <param name="Arrived">True: it was sent, leave it. False: send it again, and risk that a patient gets it twice.</param>
public sealed record DecisionRequest([property: Required] bool? Arrived);

/// <param name="Decided">Texts that were open and now are not.</param>
public sealed record DecisionResponse(int Decided);
