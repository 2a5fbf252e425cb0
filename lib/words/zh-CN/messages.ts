/** Every message, by the part of the site that shows it; the keys that all dictionaries have. */
import { agencies } from './agencies';
import { api } from './api';
import { cards } from './cards';
import { data } from './data';
import { issues } from './issues';
import { quality } from './quality';
import { reports } from './reports';
import { rules } from './rules';
import { site } from './site';
import { topics } from './topics';
import { upload } from './upload';

export const messages = {
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
};
