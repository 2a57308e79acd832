/** What Playwright turns off by itself: what is said last counts alone. */
const AS_PLAYWRIGHT = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'AimEnabled',
];

/** Pages of the address bar, which every browser would load at its start: a third of what the start costs. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** Switches that leave out of a browser what nobody sees of it. Pages are as in any other. */
export const LEAN: readonly string[] = [`--disable-features=${[...AS_PLAYWRIGHT, ...ADDRESS_BAR].join(',')}`];
