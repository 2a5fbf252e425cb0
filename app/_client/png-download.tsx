'use client';
/** A card as PNG: the browser draws the served svg, so that it uses the reader's own fonts. Shown only with a script. */
import { useState, useSyncExternalStore } from 'react';

/** Pixels of the file for one of the svg. */
const DENSITY = 2;

type Props = { svg: string; name: string; text: string; failed: string };

/** A button that saves the picture; a failure is told in its place. */
export function PngDownload({ svg, name, text, failed }: Props) {
  const hasScript = useSyncExternalStore(neverChanges, yes, no);
  const [isFailed, setFailed] = useState(false);
  if (!hasScript) return null;
  if (isFailed) return <span className="muted">{failed}</span>;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        savePng(svg, name).catch(() => setFailed(true));
      }}
    >
      {text}
    </button>
  );
}

const neverChanges = () => () => undefined;
const yes = () => true;
const no = () => false;

async function savePng(address: string, name: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * DENSITY;
  canvas.height = image.naturalHeight * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('no picture');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
