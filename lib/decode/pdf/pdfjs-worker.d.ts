/** The parsing half of pdf.js, which ships without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    initializeFromPort(port: import('node:worker_threads').MessagePort): void;
  };
}
