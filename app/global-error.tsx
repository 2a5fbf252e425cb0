'use client';
/** The last resort, when not even the layout could be made. */
import './theme.css';
import './styles/base.css';
import './styles/shell.css';
import PageError from './error';

/** A whole document around the error text. */
export default function GlobalError(properties: { error: Error; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <PageError {...properties} />
      </body>
    </html>
  );
}
