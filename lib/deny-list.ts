/**
 * Pages that no policy can make Showhow record: signing in, secrets, money, health, pay, representation, private mail.
 * Deny always wins over the policy's own list. Hosts and path words, matched against every URL.
 */
export const BUILT_IN_DENY: readonly string[] = [
  // Signing in
  '*://accounts.google.com/*',
  '*://login.microsoftonline.com/*',
  '*://login.live.com/*',
  '*://*.okta.com/*',
  '*://*.auth0.com/*',
  '*://*.onelogin.com/*',
  '*://appleid.apple.com/*',
  // Password managers
  '*://*.1password.com/*',
  '*://*.bitwarden.com/*',
  '*://*.lastpass.com/*',
  '*://*.dashlane.com/*',
  '*://*.keepersecurity.com/*',
  // Money
  '*://*.paypal.com/*',
  '*://*.stripe.com/*',
  '*://*.wise.com/*',
  '*://*.revolut.com/*',
  // Health
  '*://*.doctolib.de/*',
  '*://*.doctolib.fr/*',
  '*://*.mychart.com/*',
  // Pay and personnel files
  '*://*.workday.com/*',
  '*://*.myworkday.com/*',
  '*://*.bamboohr.com/*',
  '*://*.personio.de/*',
  '*://*.personio.com/*',
  '*://*.adp.com/*',
  // Whistle-blowing
  '*://*.whispli.com/*',
  '*://*.integrityline.com/*',
  '*://*.ethicspoint.com/*',
  // Private mail
  '*://mail.google.com/*',
  '*://outlook.live.com/*',
  '*://mail.yahoo.com/*',
  '*://mail.proton.me/*',
  '*://*.gmx.net/*',
  '*://*.web.de/*',
];
