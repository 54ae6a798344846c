import type { ComponentChildren } from 'preact';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { placeKey } from './mark';
import { usePage } from './page-context';

interface PlaceProps {
  readonly range: Range;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A part of the picture that leads to its place in the text: by click, Enter or Space. */
export function Place({ range, class: extra = '', children }: PlaceProps) {
  const { reveal, isLive } = usePage();
  if (!isLive) return <span class={`place ${extra}`}>{children}</span>;
  return (
    <button
      type="button"
      class={`place ${extra}`}
      data-place={placeKey(range)}
      onClick={() => {
        reveal(range);
      }}
    >
      {children}
    </button>
  );
}

/** A JSON pointer, which leads to what it points to. */
export function PointerPlace({ pointer }: { readonly pointer: string }) {
  const { locate, isLive } = usePage();
  if (!isLive) return <Words text={pointer} />;
  return (
    <button
      type="button"
      class="place"
      onClick={() => {
        locate(pointer);
      }}
    >
      <Words text={pointer} />
    </button>
  );
}

/** Text of the document: kept apart from its surroundings, whatever direction it runs in. */
export function Words({ text, instead = '' }: { readonly text: string; readonly instead?: string }) {
  return text === '' ? <span class="absent">{instead}</span> : <bdi class="words">{text}</bdi>;
}
