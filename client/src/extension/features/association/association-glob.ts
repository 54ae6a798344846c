/**
 * A glob of `files.associations` that means this one file, wherever the workspace is.
 * @param folder path of the workspace folder that holds the file.
 */
export function associationGlob(folder: string, file: string): string {
  const relative = file.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  return `**/${relative.replace(/[*?[{]/g, '[$&]')}`;
}
