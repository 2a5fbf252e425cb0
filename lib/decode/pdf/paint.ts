/** Pages of a PDF → their pixels, painted by pdf.js on a canvas of @napi-rs/canvas, an optional package. */
import { greyOf, PIXELS_PER_POINT, type Raster } from '../scan/raster';
import { openPdf } from './pdfjs';
import { within } from './within';

/** Time for one page, in milliseconds. */
const MAX_PAGE_MS = 30_000;
/** Longer pages, in points, are pictures of pages whose pixels were taken for points. */
const LONGEST_PAGE = 1300;
const A4_HEIGHT = 842;

export type PaintedPdf = { raster: (page: number) => Promise<Raster>; close: () => Promise<void> };

/** The PDF to be painted, one page at a time; null where the package is missing. `close` must be called. */
export async function paintPdf(bytes: Uint8Array): Promise<PaintedPdf | null> {
  const canvas = await import(/* turbopackIgnore: true */ '@napi-rs/canvas').catch(() => null);
  if (!canvas) return null;
  // pdf.js takes these from the global scope when it paints.
  const { Path2D, DOMMatrix, ImageData } = canvas;
  Object.assign(globalThis, { Path2D, DOMMatrix, ImageData });
  const { task, close } = await openPdf(bytes, 'pixels');
  return { raster, close };

  async function raster(number: number): Promise<Raster> {
    const end = performance.now() + MAX_PAGE_MS;
    const pdf = await within(task.promise, end);
    const page = await within(pdf.getPage(number), end);
    const { width, height } = page.getViewport({ scale: 1 });
    const longest = Math.max(width, height);
    const scale = (PIXELS_PER_POINT * (longest > LONGEST_PAGE ? A4_HEIGHT : longest)) / longest;
    const viewport = page.getViewport({ scale });
    const painted = canvas?.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = painted?.getContext('2d');
    if (!painted || !context) throw new Error('no canvas');
    const rendering = page.render({
      canvas: painted as unknown as HTMLCanvasElement,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    });
    try {
      await within(rendering.promise, end);
    } finally {
      rendering.cancel();
      page.cleanup();
    }
    const pixels = context.getImageData(0, 0, painted.width, painted.height);
    return greyOf(pixels.data, pixels.width, pixels.height);
  }
}
