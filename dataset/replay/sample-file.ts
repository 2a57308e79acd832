/** The smallest content that programs take for a file of the kind. */
const CONTENT: Readonly<Record<string, string | Buffer>> = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  pdf: '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  csv: 'name,number\nSample,1\n',
  json: '{"name":"Sample"}\n',
  xml: '<?xml version="1.0"?><sample/>\n',
  html: '<!doctype html><title>Sample</title>\n',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** A made-up file of the kind that was uploaded. */
export function sampleFile(
  { mediaType, extension }: { readonly mediaType: string; readonly extension: string },
  place: number,
): { name: string; content: string | Buffer } {
  const subtype = /^\w+\/(\w+)$/.exec(mediaType)?.[1];
  const ending = (extension || EXTENSIONS[mediaType] || subtype || 'txt').replace(/[^A-Za-z0-9]/g, '');
  return { name: `sample-${place + 1}.${ending}`, content: CONTENT[ending] ?? 'Sample\n' };
}
