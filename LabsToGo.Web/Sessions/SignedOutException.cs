using System.Net;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Sessions;

/// <summary>The session is over, or lacks the second factor that is demanded. Nothing to show: the person is on the way to the page that mends it.</summary>
internal sealed class SignedOutException(string message = "You are signed out. Please sign in again.") : ApiException(HttpStatusCode.Unauthorized, message);
