import type { PreviewProblem } from '../../../../server/src/protocol/requests';
import { fill, usePage } from './page-context';
import { Place, Words } from './place';

const marks: Readonly<Record<PreviewProblem['level'], string>> = {
  error: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5 5l6 6M11 5l-6 6',
  warning: 'M8 1.5 15 14.5H1ZM8 6v4M8 11.6v1.2',
  information: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM8 7v5M8 4v1.3',
  hint: 'M3 8h10',
};

/** The sign of a level; its name is said in words beside it. */
export function LevelMark({ level }: { readonly level: PreviewProblem['level'] }) {
  return (
    <svg class={`mark ${level}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={marks[level]} />
    </svg>
  );
}

/** Everything that is wrong, in the editor's order; each leads to its place. Nothing at all when nothing is. */
export function ProblemList({
  problems,
  omitted,
}: {
  readonly problems: readonly PreviewProblem[];
  readonly omitted: number;
}) {
  const { texts } = usePage();
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="problems-title">
      <h2 id="problems-title" tabIndex={-1}>
        {texts.problems}
      </h2>
      <ul class="problems">
        {problems.map((problem, index) => (
          <li key={index}>
            <Place range={problem.range}>
              <LevelMark level={problem.level} />
              <span class="spoken">{texts[problem.level]}: </span>
              <Words text={problem.message} />
              <code>{problem.code}</code>
            </Place>
          </li>
        ))}
      </ul>
      {omitted > 0 && <p class="absent">{fill(texts.unlisted, omitted)}</p>}
    </section>
  );
}
