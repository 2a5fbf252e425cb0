/** A wide table's frame: it scrolls sideways by itself, so that the page never does. */
import type { ReactNode } from 'react';

type Props = { name: string; className?: string; children: ReactNode };

/** What scrolls must be reachable by keyboard (WCAG 2.1.1), so the frame takes focus and has a name. */
const FOCUSABLE = { tabIndex: 0 } as const;

/** A named region around a table. */
export function ScrollRegion({ name, className, children }: Props) {
  return (
    <section className={className ? `scroll ${className}` : 'scroll'} aria-label={name} {...FOCUSABLE}>
      {children}
    </section>
  );
}
