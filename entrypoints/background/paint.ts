import type { Rectangle } from '../../lib/screenshot.ts';

/** So many CSS pixels are painted over around each box: edges are smoothed. */
const MARGIN = 2;

const COVER = '#808080';
const QUALITY = 0.85;

export interface Painted {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Paints boxes over on a picture of a viewport. Undefined when the picture is not one of that viewport, or cannot be written.
 */
export async function paintOver(
  png: Uint8Array<ArrayBuffer>,
  viewport: { readonly width: number; readonly height: number },
  boxes: readonly Rectangle[],
): Promise<Painted | undefined> {
  const picture = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const { width, height } = picture;
  const scale = { x: width / viewport.width, y: height / viewport.height };
  // The size is whole pixels, the scale is not.
  if (Math.abs(scale.x - scale.y) * Math.max(viewport.width, viewport.height) > 2) return undefined;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return undefined;
  context.drawImage(picture, 0, 0);
  picture.close();
  context.fillStyle = COVER;
  for (const [left, top, boxWidth, boxHeight] of boxes) {
    const x = Math.floor((left - MARGIN) * scale.x);
    const y = Math.floor((top - MARGIN) * scale.y);
    const right = Math.ceil((left + boxWidth + MARGIN) * scale.x);
    const bottom = Math.ceil((top + boxHeight + MARGIN) * scale.y);
    context.fillRect(x, y, right - x, bottom - y);
  }
  const painted = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  if (painted.type !== 'image/webp') return undefined;
  return { data: new Uint8Array(await painted.arrayBuffer()).toBase64(), width, height };
}
