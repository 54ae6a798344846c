import { h, render } from 'preact';
import { isMessageToPreview } from '../../../../server/src/protocol/preview-messages';
import type { MessageFromPreview, Range } from '../../../../server/src/protocol/preview-messages';
import { createDayFormat } from './days';
import { Page } from './page';
import { initialState, receive } from './page-state';

/** What VS Code gives a page: https://code.visualstudio.com/api/extension-guides/webview */
declare function acquireVsCodeApi(): {
  postMessage(message: MessageFromPreview): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const format = createDayFormat(document.documentElement.lang);
let state = initialState;
let scrolled = readScroll(host.getState());

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isMessageToPreview(data)) return;
  const next = receive(state, data);
  if (next === state) return;
  state = next;
  draw();
});
window.addEventListener('scroll', () => {
  host.setState({ scroll: window.scrollY });
});
draw();
host.postMessage({ kind: 'ready' });

function draw(): void {
  const reveal = (version: number, range: Range) => {
    host.postMessage({ kind: 'reveal', version, range });
  };
  const locate = (pointer: string) => {
    host.postMessage({ kind: 'locate', pointer });
  };
  render(h(Page, { state, format, reveal, locate }), document.body);
  if (scrolled === 0 || state.shown === undefined) return;
  // The page is new after it was hidden: back to where it was left, once the timeline has found its width.
  const top = scrolled;
  requestAnimationFrame(() => {
    window.scrollTo(0, top);
  });
  scrolled = 0;
}

function readScroll(saved: unknown): number {
  const scroll: unknown = typeof saved === 'object' && saved !== null ? Reflect.get(saved, 'scroll') : undefined;
  return typeof scroll === 'number' ? scroll : 0;
}
