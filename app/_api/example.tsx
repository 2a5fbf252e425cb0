/** A command that can be run as it stands, and a link that opens the same address. */
import type { PageContext } from '../_request/page-context';
import { curlCommand } from './examples';

type Props = { context: PageContext; address: string; label: string; isFile?: boolean };

/** The command in a box, the link below it. */
export function Example({ context, address, label, isFile = false }: Props) {
  return (
    <div className="example">
      <Command text={curlCommand(context.origin, address, isFile)} />
      <a href={address}>{label}</a>
    </div>
  );
}

/** Lines for a shell, wrapped rather than cut. */
export function Command({ text }: { text: string }) {
  return (
    <pre className="command">
      <code>{text}</code>
    </pre>
  );
}
