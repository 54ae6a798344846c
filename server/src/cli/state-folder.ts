import path from 'node:path';

export interface StatePlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * The folder in which the commands of this user remember what they submitted, by the custom of the platform. The editor
 * has one of its own.
 */
export function stateFolder(place: StatePlace): string {
  const paths = place.platform === 'win32' ? path.win32 : path.posix;
  return paths.join(baseFolder(place), 'targetgroup', 'submissions');
}

function baseFolder({ platform, env, home }: StatePlace): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? '';
    return path.win32.isAbsolute(local) ? local : path.win32.join(home, 'AppData', 'Local');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support');
  // A relative one is to be ignored (XDG Base Directory Specification).
  const state = env['XDG_STATE_HOME'] ?? '';
  return path.posix.isAbsolute(state) ? state : path.posix.join(home, '.local', 'state');
}
