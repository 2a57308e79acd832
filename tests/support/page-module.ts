import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module of the house as one script that leaves its exports in the global `name`: to try it in any page. */
export async function pageModule(path: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(`../../${path}`, import.meta.url)),
        formats: ['iife'],
        name,
        fileName: () => 'module.js',
      },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error(`${path} was not built.`);
  return bundle.output[0].code;
}
