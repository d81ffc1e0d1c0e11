// WebAuthn: the server says what is asked, the browser's answer goes back to it, and nothing is kept here.
(() => {
  const labsToGo = (window.labsToGo ??= {});

  const problems = {
    NotAllowedError: "Nothing was done: it was called off, or took too long.",
    InvalidStateError: "This device has a passkey for your account already.",
    SecurityError: "Passkeys don't work at this address. Open LabsToGo by the address that your organization uses.",
    NotSupportedError: "This device can't make a passkey of the kind that is needed.",
  };

  // Either what the server is to be told, or why there is nothing to tell.
  const answer = async (ask) => {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return { problem: "This browser can't use passkeys. A newer one can." };
    try {
      return { credential: JSON.stringify(await ask()) };
    } catch (error) {
      return { problem: problems[error.name] ?? "The browser could not do this. Please try again." };
    }
  };

  labsToGo.passkeys = {
    make: (options) => answer(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) })),
    show: (options) => answer(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) })),
  };
})();
