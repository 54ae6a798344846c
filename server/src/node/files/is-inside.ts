import path from 'node:path';

/** True for the absolute folder itself and for whatever lies in it, by their names; links are not followed. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
