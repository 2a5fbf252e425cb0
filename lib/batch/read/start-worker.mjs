/** Node 20 starts a thread from JavaScript only: this lets the thread read TypeScript, then hands over to it. */
import { register } from 'tsx/esm/api';

register();
const { default: answer } = await import('./read.worker.ts');
export default answer;
