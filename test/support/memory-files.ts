import type { StateFiles } from '../../server/src/api/index';

/** State files in memory, with their content to look at. */
export function createMemoryFiles(): StateFiles & { readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    create: (name, text) => {
      if (texts.has(name)) return Promise.resolve(false);
      texts.set(name, text);
      return Promise.resolve(true);
    },
    replace: (name, text) => {
      texts.set(name, text);
      return Promise.resolve();
    },
    read: (name) => Promise.resolve(texts.get(name)),
    list: () => Promise.resolve([...texts.keys()]),
    remove: (name) => {
      texts.delete(name);
      return Promise.resolve();
    },
  };
}
