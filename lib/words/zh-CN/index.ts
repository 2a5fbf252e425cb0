/** Chinese, the words of the reports themselves. */
import type { Dictionary } from '../dictionary';
import { messages } from './messages';
import { operations, parameters } from './openapi';

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
