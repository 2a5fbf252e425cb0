/** English. The OpenAPI document is written in it, so it needs no words of its own for that. */
import type { Dictionary } from '../dictionary';
import { agencies } from './agencies';
import { api } from './api';
import { cards } from './cards';
import { data } from './data';
import { issues } from './issues';
import { provinces } from './provinces';
import { quality } from './quality';
import { reports } from './reports';
import { rules } from './rules';
import { site } from './site';
import { topics } from './topics';
import { upload } from './upload';

export const en: Dictionary = {
  name: 'English',
  locale: 'en-GB',
  countScales: [
    { divisor: 1e9, prefix: 'scale.billion' },
    { divisor: 1e6, prefix: 'scale.million' },
    { divisor: 1e3, prefix: 'scale.thousand' },
  ],
  scalesHeadlines: false,
  provinces,
  messages: {
    ...agencies,
    ...api,
    ...cards,
    ...data,
    ...issues,
    ...quality,
    ...reports,
    ...rules,
    ...site,
    ...topics,
    ...upload,
  },
};
