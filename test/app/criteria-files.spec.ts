/** Without 6, which is figures of a machine that does nothing else; what it needs to be true is in operation.spec.ts. */
import { holdCriteria } from './criteria';

holdCriteria([3, 4, 5, 7, 8, 12, 15]);
