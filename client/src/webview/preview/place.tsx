import type { ComponentChildren } from 'preact';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import type { Phrase, PhrasePart } from '../../../../server/src/protocol/phrase';
import { placeKey } from './mark';
import { usePage } from './page-context';
import type { PageContext } from './page-context';

interface PlaceProps {
  /** Absent where nothing stands in the text: then it leads nowhere. */
  readonly range: Range | undefined;
  readonly class?: string;
  /** False for what only repeats a part: the cursor in the text does not mark it. */
  readonly isMarked?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the picture that leads to its place in the text: by click, Enter or Space. */
export function Place({ range, class: extra = '', isMarked = true, children }: PlaceProps) {
  const { reveal, isLive } = usePage();
  if (!isLive || range === undefined) return <span class={`place still ${extra}`}>{children}</span>;
  return (
    <button
      type="button"
      class={`place ${extra}`}
      {...(isMarked && { 'data-place': placeKey(range) })}
      onClick={() => {
        reveal(range);
      }}
    >
      {children}
    </button>
  );
}

/** What makes an element without a function of its own do what a button does by itself. */
export function leadsTo(range: Range, { reveal }: Pick<PageContext, 'reveal'>) {
  return {
    role: 'button',
    onClick: () => {
      reveal(range);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      reveal(range);
    },
  } as const;
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

/** A phrase, each text of the document in it kept apart; parts that lead somewhere flow like the words around them. */
export function Said({ phrase }: { readonly phrase: Phrase }) {
  const page = usePage();
  return (
    <>
      {toRuns(phrase).map((run, index) => {
        const words = run.map(({ text, isForeign }) => (isForeign ? <Words text={text} /> : text));
        const range = run[0]?.range;
        if (!page.isLive || range === undefined) return words;
        return (
          <span key={index} class="inline place" {...leadsTo(range, page)}>
            {words}
          </span>
        );
      })}
    </>
  );
}

/** Neighbours that lead to the same place, together. */
function toRuns(phrase: Phrase): PhrasePart[][] {
  const runs: PhrasePart[][] = [];
  for (const part of phrase) {
    const run = runs.at(-1);
    if (run?.[0]?.range === part.range && run !== undefined) run.push(part);
    else runs.push([part]);
  }
  return runs;
}
