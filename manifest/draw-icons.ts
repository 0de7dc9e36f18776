import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Draws the PNG icons of the app package from their SVG sources: `npx node manifest/draw-icons.ts [CHROMIUM]`.
 * The PNGs are committed, so only whoever changes an SVG needs it.
 */
const folder = join(import.meta.dirname, 'icons');
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

const executablePath = process.argv[2] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
