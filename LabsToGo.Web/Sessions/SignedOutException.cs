using System.Net;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Sessions;

/// <summary>The session is over. Nothing to show: the person is on the way to the sign-in page.</summary>
internal sealed class SignedOutException() : ApiException(HttpStatusCode.Unauthorized, "You are signed out. Please sign in again.");
