/** PNG, JPEG, TIFF, WebP and GIF files → Document: each picture in them is a page that is recognised. */
import type { Document } from '../../document';
import { DecodeError } from '../../errors';
import { INSTALL, recognisePages } from './index';
import { greyOf, PIXELS_PER_POINT, type Raster } from './raster';
import { loadRecogniser } from './recogniser';

/** Larger pictures are no pages: A4 has 35 million pixels at 600 an inch. */
const MAX_PIXELS = 60_000_000;
const MAX_PAGES = 60;
/** Pictures so wide, in pixels, are whole pages, of A4's width in points; narrower ones are parts of a screen. */
const PAGE_WIDTH = 1000;
const A4 = { short: 595, long: 842 };
const SCREEN_POINTS = 0.75;

/**
 * The pages of a picture file, recognised. Issues as `recognisePages`. Throws DecodeError where the packages for it are
 * missing and for pictures that are damaged or larger than any page.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Document> {
  const recogniser = await loadRecogniser();
  const sharp = await loadSharp();
  if (!recogniser || !sharp)
    throw new DecodeError('a picture', 'a report as text, or what reads pictures', INSTALL);
  const open = (page: number) => sharp(bytes, { limitInputPixels: MAX_PIXELS, page, failOn: 'error' });
  let pages: number;
  try {
    const { pages: count = 1, width, height } = await open(0).metadata();
    if (width * height > MAX_PIXELS) throw new Error(`${width} × ${height} pixels`);
    pages = Math.min(count, MAX_PAGES);
  } catch (error) {
    throw unreadable(error);
  }
  const rasters = Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    raster: async (): Promise<Raster> => {
      const { width, height } = await open(index).metadata();
      const scale = scaleOf(width, height);
      const { data, info } = await open(index)
        .flatten({ background: '#fff' })
        .toColourspace('srgb')
        .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
          fit: 'fill',
        })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return greyOf(data, info.width, info.height);
    },
  }));
  const blank = {
    format: 'picture',
    encoding: null,
    title: null,
    meta: {},
    url: null,
    blocks: [],
    issues: [],
  } as const;
  const document = await recognisePages({ ...blank, blocks: [], issues: [] }, rasters);
  if (document.blocks.length === 0) throw unreadable(document.issues[0]?.actual ?? 'no text');
  return document;
}

const loadSharp = () =>
  import(/* turbopackIgnore: true */ 'sharp').then(
    (module) => module.default,
    () => null,
  );

/** How much larger the picture must be to have the pixels a point that pages are looked at with. */
function scaleOf(width: number, height: number): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (short < PAGE_WIDTH && width < PAGE_WIDTH) return SCREEN_POINTS * PIXELS_PER_POINT;
  const isSheet = long < 1.6 * short;
  const points = isSheet && width > height ? A4.long : A4.short;
  return (points * PIXELS_PER_POINT) / width;
}

function unreadable(error: unknown): DecodeError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DecodeError(
    `a picture that cannot be read (${reason})`,
    'a picture of a report',
    'save it as PNG',
    {
      cause: error,
    },
  );
}
