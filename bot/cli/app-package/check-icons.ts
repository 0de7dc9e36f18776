import type { PackageFault } from './fault.ts';
import { type Png, readPng } from './read-png.ts';

/**
 * Microsoft's rules for the two icons: colour 192 × 192 and opaque, outline 32 × 32 of nothing but white and
 * transparency (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).
 */
export function checkIcon(kind: 'color' | 'outline', file: string, bytes: Uint8Array): PackageFault[] {
  const size = kind === 'color' ? 192 : 32;
  const source = `manifest/icons/${kind}.svg`;
  const fault = (message: string): PackageFault => ({
    file,
    at: `icons.${kind}`,
    message,
    remedy: `Mend ${source} and draw it again: node manifest/draw-icons.ts.`,
  });
  const png = readPng(bytes);
  if (png === null) return [fault('is not a PNG of 8 bits a channel, RGB or RGBA, without interlacing')];
  const faults: PackageFault[] = [];
  if (png.width !== size || png.height !== size) {
    faults.push(fault(`is ${png.width} × ${png.height} pixels; Teams asks for ${size} × ${size}`));
  }
  const rule = kind === 'color' ? opaqueFault(png) : outlineFault(png);
  return rule === null ? faults : [...faults, fault(rule)];
}

/** Teams cuts its own shape: what shows through would differ from theme to theme. */
function opaqueFault(png: Png): string | null {
  return pixelsOf(png).every(([, , , opacity]) => opacity === 255)
    ? null
    : 'is transparent in places; the colour icon fills its whole square';
}

function outlineFault(png: Png): string | null {
  const pixels = pixelsOf(png);
  const drawn = pixels.filter(([, , , opacity]) => opacity > 0);
  if (drawn.length === 0) return 'is empty';
  if (drawn.length === pixels.length) return 'has no transparent background';
  const isWhite = drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
  return isWhite ? null : 'has another colour than white';
}

type Pixel = readonly [number, number, number, number];

function pixelsOf({ pixels }: Png): Pixel[] {
  return Array.from({ length: pixels.length / 4 }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(index * 4, index * 4 + 4);
    return [red, green, blue, opacity];
  });
}
