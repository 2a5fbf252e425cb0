/** A sentence of ours with Chinese names in it: each run of Chinese is marked as such on an English page. */
import { Fragment } from 'react';
import type { Language } from '../../lib/i18n/language';

const CHINESE = /([\p{Script=Han}\u3001\uff08\uff09“”]*\p{Script=Han}[\p{Script=Han}\u3001\uff08\uff09]*)/u;

/** The text as it is in Chinese; in English with `lang` on every Chinese run, so that it is spoken and set right. */
export function MixedText({ text, language }: { text: string; language: Language }) {
  if (language === 'zh-CN') return text;
  return text.split(CHINESE).map((part, index) =>
    index % 2 === 1 ? (
      <span lang="zh-CN" key={`run-${index + 1}`}>
        {part}
      </span>
    ) : (
      <Fragment key={`run-${index + 1}`}>{part}</Fragment>
    ),
  );
}
