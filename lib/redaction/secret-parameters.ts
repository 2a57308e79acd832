/** Names of parameters that hold keys, tokens and passwords. */
const SECRET_PARAMETER =
  /(?:^|[_.-])(?:\w*token|sig|signature|api_?key|key|secret|\w*secret|pass|password|passwd|pwd|auth|authorization|credentials?|jwt|otp|pin|csrf|xsrf|nonce|ticket|assertion|samlresponse|session|session_?id|sid|jsessionid|phpsessid|code_verifier|code_challenge)$/i;

/** True for the name of a parameter in an address whose value is kept at no level. */
export const isSecretParameter = (name: string): boolean => SECRET_PARAMETER.test(name);
