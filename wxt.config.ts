import { defineConfig } from 'wxt';
import pkg from './package.json' with { type: 'json' };
import { asciiOnly, slimRrweb } from './scripts/page-bundle.ts';

/**
 * Builds of mode `loopback` (for tests and the demonstration, never for people) may also talk plain HTTP to a collector
 * on this machine. The mode is part of the output folder's name and of the version name that the extension shows.
 */
const loopback = 'http://127.0.0.1:* http://localhost:*';

/** Base64 SPKI of the CRX key: fixes the id of an unpacked build to that of the packed one. */
const key = process.env['SHOWHOW_EXTENSION_KEY'];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [slimRrweb(), asciiOnly()] }),
  manifest: ({ mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    ...(mode === 'loopback' && { version_name: `${pkg.version} (loopback test build)` }),
    ...(key && { key }),
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'webNavigation', 'tabs'],
    host_permissions: ['<all_urls>'],
    incognito: 'not_allowed',
    minimum_chrome_version: '140',
    storage: { managed_schema: 'managed_schema.json' },
    action: { default_title: '__MSG_name__' },
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https: ${mode === 'loopback' ? loopback : ''}`,
    },
  }),
});
