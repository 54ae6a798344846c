import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path that a URI names; undefined for one that names no file of this system. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const file = fileURLToPath(uri);
    return file.includes('\0') ? undefined : path.resolve(file);
  } catch (error) {
    // A host on a system that has none, or an escaped slash.
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
}
