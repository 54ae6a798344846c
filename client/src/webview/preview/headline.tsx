import type { SubmittedView } from '../../../../server/src/protocol/preview-messages';
import type { PreviewHeadline, PreviewModel } from '../../../../server/src/protocol/requests';
import { fill, usePage } from './page-context';
import { Place, Words } from './place';
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
  readonly sentence: string;
  readonly counts: PreviewModel['problemCounts'];
  readonly submitted: SubmittedView | null;
}) {
  const { texts } = usePage();
  return (
    <header>
      {headline.kind !== '' && <p class="kind">{headline.kind}</p>}
      <h1>
        <Place range={headline.range}>
          <Words text={headline.name} instead={texts.noName} />
        </Place>
      </h1>
      {sentence !== '' && (
        <p class="sentence">
          <Words text={sentence} />
        </p>
      )}
      <p class="chips">
        <span class={headline.active ? 'chip on' : 'chip off'}>{headline.active ? texts.active : texts.inactive}</span>
        {submitted !== null && (
          <a class={`chip ${submitted.outcome}`} href="#submitted-title">
            <Words text={toOutcome(submitted, texts)} />
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
