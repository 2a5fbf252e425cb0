import { holdCriteria } from './criteria';

holdCriteria([11, 14]);
