import { h, render } from 'preact';
import { isMessageToPreview } from '../../../../server/src/protocol/preview-messages';
import type { Position, Range } from '../../../../server/src/protocol/preview-messages';
import { createDayFormat } from './days';
import { findHost, readMemory, type PageMemory } from './host';
import { markPlace } from './mark';
import { Page } from './page';
import { initialState, receive, toggleRequest } from './page-state';
import { toSvgText } from './svg-text';

const host = findHost();
const format = createDayFormat(document.documentElement.lang);
let memory = readMemory(host.getState());
let state = toggleRequest(initialState, memory.isRequestOpen);
let cursor: { readonly version: number; readonly position: Position } | undefined;
let toScroll = memory.scroll;
let isDrawing = false;
let isPrinting = false;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  take(data);
});
window.addEventListener('scroll', () => {
  remember({ scroll: window.scrollY });
});
for (const message of savedMessages()) take(message);
if (!host.isLive) showEverything();
draw();
host.postMessage({ kind: 'ready' });
if (state.request.isOpen) host.postMessage({ kind: 'wants', request: true });

function take(message: unknown): void {
  if (!isMessageToPreview(message)) return;
  if (message.kind === 'cursor') cursor = message;
  else if (message.kind === 'drawing') answerDrawing();
  if (message.kind === 'start') remember({ uri: message.uri });
  const next = receive(state, message);
  if (next === state && message.kind !== 'cursor') return;
  state = next;
  drawSoon();
}

/** What was told before is drawn by then, the timeline in the width that it found. */
function answerDrawing(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      host.postMessage({ kind: 'drawing', svg: toSvgText() });
    });
  });
}

/** Once a frame, with whatever is the newest by then; a page that nobody sees has no frames. */
function drawSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    draw();
  });
}

function draw(): void {
  const reveal = (version: number, range: Range) => {
    host.postMessage({ kind: 'reveal', version, range });
  };
  const locate = (pointer: string) => {
    host.postMessage({ kind: 'locate', pointer });
  };
  const toggle = (isOpen: boolean) => {
    state = toggleRequest(state, isOpen);
    remember({ isRequestOpen: isOpen });
    host.postMessage({ kind: 'wants', request: isOpen });
    drawSoon();
  };
  const { isLive } = host;
  render(h(Page, { state, format, isLive, isPrinting, reveal, locate, toggleRequest: toggle }), document.body);
  const isOfPicture = cursor?.version === state.shown?.version;
  markPlace(document.querySelector('.picture'), isOfPicture ? cursor?.position : undefined);
  scrollBack();
}

/** The page is new after it was hidden: back to where it was left, once the timeline has found its width. */
function scrollBack(): void {
  if (toScroll === 0 || state.shown === undefined) return;
  const top = toScroll;
  toScroll = 0;
  requestAnimationFrame(() => {
    window.scrollTo(0, top);
  });
}

function remember(part: Partial<PageMemory>): void {
  memory = { ...memory, ...part };
  host.setState(memory);
}

/** A saved page can be printed: nothing of it is folded away, or beyond the paper. */
function showEverything(): void {
  state = toggleRequest(state, true);
  window.addEventListener('afterprint', () => {
    isPrinting = false;
    draw();
  });
  window.addEventListener('beforeprint', () => {
    isPrinting = true;
    draw();
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What a saved page has in it instead of somebody who tells it. */
function savedMessages(): unknown[] {
  const saved = document.getElementById('saved')?.textContent;
  const messages: unknown = saved === undefined ? [] : JSON.parse(saved);
  return Array.isArray(messages) ? messages : [];
}
