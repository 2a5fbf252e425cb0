import { holdCriteria } from './criteria';

holdCriteria([9]);
