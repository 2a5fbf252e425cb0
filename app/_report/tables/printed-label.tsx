/** Words of the statutory form: as printed, in Song; on the English page with their English beneath. */
import type { ReactNode } from 'react';
import type { PageContext } from '../../_request/page-context';

type Props = { context: PageContext; zh: string; en: string; children?: ReactNode };

/** `children` stands for the Chinese where it needs breaks or brackets of its own. */
export function PrintedLabel({ context, zh, en, children }: Props) {
  if (context.language === 'zh-CN') return <span>{children ?? zh}</span>;
  return (
    <span>
      <span lang="zh-CN" className="printed">
        {children ?? zh}
      </span>
      <small className="gloss" lang="en">
        {en}
      </small>
    </span>
  );
}
