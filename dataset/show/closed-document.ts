import { createHash } from 'node:crypto';

/** What an HTML document of its own is made of. */
export interface DocumentParts {
  readonly title: string;
  /** The text of its style sheet. */
  readonly look: string;
  /** Texts of its scripts, in the order in which they run. */
  readonly scripts: readonly string[];
  /** Class of its body. */
  readonly kind?: string;
  /** HTML of its body, without the scripts. */
  readonly body: string;
}

/** One HTML document that runs its own scripts, no others, and reaches for nothing outside itself. */
export function closedDocument({ title, look, scripts, kind, body }: DocumentParts): string {
  // The text of a script ends where HTML says so, whatever the script means.
  const texts = scripts.map((script) => script.replaceAll('</script', '<\\/script'));
  const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  const policy = `default-src 'none'; script-src ${hashes}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · Showhow</title>
<style>${look}</style>
</head>
<body${kind === undefined ? '' : ` class="${kind}"`}>
${body}
${texts.map((text) => `<script>${text}</script>`).join('\n')}
</body>
</html>
`;
}
