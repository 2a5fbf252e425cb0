/** Archives of every kind → their members, one at a time, within the bounds of bounds.ts. */
import { DecodeError } from '../errors';
import { ARCHIVE_BOUNDS } from './bounds';
import { kindOf } from './kinds';
import { gzipMember, type Member, packedMembers } from './packed';
import { isLitter, zipMembers } from './zip';

/**
 * The archive's files in their order, folders and system litter left out, each with its decoded name. Members that
 * cannot be unpacked are passed over and named in a DecodeError after all others were given; an archive that breaks
 * a bound ends at once with a DecodeError.
 */
export async function* archiveMembers(bytes: Uint8Array, name: string): AsyncGenerator<Member> {
  if (name.split('!').length > ARCHIVE_BOUNDS.nesting + 1)
    throw new DecodeError(
      `archives nested over ${ARCHIVE_BOUNDS.nesting} deep`,
      'reports',
      'unpack it first',
    );
  const kind = kindOf(bytes, name);
  const id = kind.family === 'archive' ? kind.id : 'zip';
  if (id === 'gzip') yield* gzipMember(bytes, name);
  else if (id === 'zip') yield* zipMembers(bytes);
  else for await (const member of packedMembers(bytes)) if (!isLitter(member.name)) yield member;
}
