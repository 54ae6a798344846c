import type { PreviewRhythm } from '../../../../server/src/protocol/requests';
import { fill, usePage } from './page-context';

/** More rounds than these are only counted. */
const mostRounds = 12;

/** Cycles that follow no calendar: one after the other from wherever a customer begins. */
export function Rounds({ rhythm }: { readonly rhythm: PreviewRhythm }) {
  const { texts } = usePage();
  const { window, rounds } = rhythm;
  const isCyclic = window === 'cyclic';
  const drawn = Math.min(rounds, mostRounds);
  return (
    <div class="rounds">
      <p class="summary">{isCyclic ? texts.cyclic : texts.agnostic}</p>
      {drawn > 0 && (
        <ol class={window}>
          {Array.from({ length: drawn }, (_, index) => (
            <li key={index}>{fill(isCyclic ? texts.cycle : texts.round, index + 1)}</li>
          ))}
          {rounds > drawn && <li class="more">{fill(texts.moreRounds, rounds - drawn)}</li>}
        </ol>
      )}
    </div>
  );
}
