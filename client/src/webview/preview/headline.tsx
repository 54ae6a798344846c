import type { SubmittedView } from '../../../../server/src/protocol/preview-messages';
import type { PreviewHeadline, PreviewModel } from '../../../../server/src/protocol/requests';
import { kindInWords } from '../../../../server/src/protocol/fact-words';
import { fill, usePage } from './page-context';
import { useRovingFocus } from './roving-focus';
import type { Phrase } from '../../../../server/src/protocol/phrase';
import { Place, Said, Words } from './place';
import { LevelMark } from './problem-list';
import { toOutcome } from './submitted-section';

const levels = ['error', 'warning', 'information', 'hint'] as const;

/** What it is: the kind, the name, whether it runs, and how much is wrong with it. */
export function Headline({
  headline,
  sentence,
  counts,
  submitted,
}: {
  readonly headline: PreviewHeadline;
  /** What it is about, or empty. */
  readonly sentence: Phrase;
  readonly counts: PreviewModel['problemCounts'];
  readonly submitted: SubmittedView | null;
}) {
  const { texts } = usePage();
  const roving = useRovingFocus<HTMLParagraphElement>();
  return (
    <header>
      {headline.kind !== '' && (
        <p class="kind">
          <Place range={headline.kindRange}>
            <Words text={kindInWords(headline.kind)} />
          </Place>
        </p>
      )}
      <h1>
        <Place range={headline.range}>
          <Words text={headline.name} instead={texts.noName} />
        </Place>
      </h1>
      {sentence.length > 0 && (
        <p class="sentence" {...roving}>
          <Said phrase={sentence} />
        </p>
      )}
      <p class="chips">
        <Place range={headline.activeRange} class={headline.active ? 'chip on' : 'chip off'}>
          {headline.active ? texts.active : texts.inactive}
        </Place>
        {submitted !== null && (
          <a class={`chip ${submitted.outcome}`} href="#submitted-title">
            <span>
              <Said phrase={toOutcome(submitted, texts)} />
            </span>
          </a>
        )}
        <ProblemChips counts={counts} />
      </p>
    </header>
  );
}

function ProblemChips({ counts }: { readonly counts: PreviewModel['problemCounts'] }) {
  const { texts } = usePage();
  const present = levels.filter((level) => counts[level] > 0);
  if (present.length === 0) return <span class="chip calm">{texts.noProblems}</span>;
  return (
    <>
      {present.map((level) => (
        <a key={level} class={`chip ${level}`} href="#problems-title">
          <LevelMark level={level} />
          {fill(texts[`${level}s`], counts[level])}
        </a>
      ))}
    </>
  );
}
