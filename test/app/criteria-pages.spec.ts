import { holdCriteria } from './criteria';

holdCriteria([1, 2, 10, 13]);
