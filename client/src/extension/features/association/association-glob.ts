/**
 * A glob of `files.associations` for one file, wherever its workspace folder is: such a glob has no beginning, so that it means
 * every file of the same path below a folder of that name.
 * @param folder path of the workspace folder that holds the file.
 */
export function associationGlob(folder: string, file: string): string {
  const parent = folder.slice(0, folder.lastIndexOf('/') + 1);
  return `**/${file.slice(parent.length).replace(/[*?[{]/g, '[$&]')}`;
}
