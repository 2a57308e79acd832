import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';

/** Edge lengths in pixels that browsers ask extensions for. */
const SIZES = [16, 32, 48, 128];

const folder = new URL('../public/icon/', import.meta.url);
const svg = await readFile(new URL('icon.svg', folder), 'utf8');

const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await writeFile(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
