/** Chinese: the words of the reports themselves, and the dictionary whose keys all others have. */
import type { Dictionary } from '../dictionary';
import { agencies } from './agencies';
import { api } from './api';
import { cards } from './cards';
import { data } from './data';
import { issues } from './issues';
import { quality } from './quality';
import { operations, parameters } from './openapi';
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

export const zhCN: Dictionary = {
  name: '中文',
  locale: 'zh-CN',
  countScales: [
    { divisor: 1e8, prefix: 'scale.hundred_million' },
    { divisor: 1e4, prefix: 'scale.ten_thousand' },
  ],
  scalesHeadlines: true,
  openapi: { operations, parameters },
  messages,
};
