/** One part of the methods page with its anchor. */
import type { ReactNode } from 'react';

/** A heading that can be linked to, and its content. */
export function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p className="prose">{lead}</p>}
      {children}
    </section>
  );
}
