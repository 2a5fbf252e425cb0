/** What the server is doing: shared by the modules of all bundles. */
type State = {
  /** Requests that run. */
  running: number;
  /** Whether it has been told to stop. */
  isDraining: boolean;
};
const holder = globalThis as typeof globalThis & { ogiServerState?: State };

/** The state of this process's server, to be read and changed. */
export const serverState = (): State => (holder.ogiServerState ??= { running: 0, isDraining: false });
