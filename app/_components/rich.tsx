/** The pieces of a message with marked-up parts, in their order. */
import { Fragment, type ReactNode } from 'react';

/** Draws what `t.rich` gives. */
export function Rich({ parts }: { parts: ReactNode[] }) {
  return parts.map((part, index) => <Fragment key={`part-${index + 1}`}>{part}</Fragment>);
}
