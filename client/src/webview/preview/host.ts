import type { MessageFromPreview } from '../../../../server/src/protocol/preview-messages';

/** Whoever shows the page. */
export interface PageHost {
  /** Whether there is a text that parts of the picture can lead to. */
  readonly isLive: boolean;
  postMessage(message: MessageFromPreview): void;
  getState(): unknown;
  setState(state: PageMemory): void;
}

/** What a page leaves to the one that takes its place: VS Code drops hidden pages. */
export interface PageMemory {
  readonly scroll: number;
  readonly isRequestOpen: boolean;
  /** The address of the definition, which VS Code gives back to the extension when the window was reloaded. */
  readonly uri: string;
}

/** What VS Code gives a page: https://code.visualstudio.com/api/extension-guides/webview */
declare const acquireVsCodeApi: (() => Omit<PageHost, 'isLive'>) | undefined;

/** VS Code; or nobody, for a page that was saved with its picture in it. */
export function findHost(): PageHost {
  if (typeof acquireVsCodeApi === 'function') return { isLive: true, ...acquireVsCodeApi() };
  const nothing = () => undefined;
  return { isLive: false, postMessage: nothing, getState: nothing, setState: nothing };
}

/** What the page before this one left. */
export function readMemory(saved: unknown): PageMemory {
  const of = (name: string): unknown =>
    typeof saved === 'object' && saved !== null ? Reflect.get(saved, name) : undefined;
  const [scroll, isRequestOpen, uri] = [of('scroll'), of('isRequestOpen'), of('uri')];
  return {
    scroll: typeof scroll === 'number' ? scroll : 0,
    isRequestOpen: isRequestOpen === true,
    uri: typeof uri === 'string' ? uri : '',
  };
}
