/** The environment of a command that keeps its record of submits in this folder, on whichever platform. */
export function stateIn(folder: string): Record<string, string> {
  return { XDG_STATE_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
}
