import type { PreviewRhythm } from '../../../../server/src/protocol/requests';
import { fill, usePage } from './page-context';
import { Place } from './place';
import { useRovingFocus } from './roving-focus';

/** More rounds than these are only counted. */
const mostRounds = 12;

/** Cycles that follow no calendar: one after the other from wherever a customer begins. */
export function Rounds({ rhythm }: { readonly rhythm: PreviewRhythm }) {
  const { texts } = usePage();
  const roving = useRovingFocus<HTMLOListElement>();
  const { window, rounds, range } = rhythm;
  const isCyclic = window === 'cyclic';
  const drawn = Math.min(rounds, mostRounds);
  return (
    <div class="rounds">
      <p class="summary">{isCyclic ? texts.cyclic : texts.agnostic}</p>
      {drawn > 0 && (
        <ol class={window} {...roving}>
          {Array.from({ length: drawn }, (_, index) => (
            <li key={index}>
              <Place range={range} isMarked={index === 0}>
                {fill(isCyclic ? texts.cycle : texts.round, index + 1)}
              </Place>
            </li>
          ))}
          {rounds > drawn && <li class="more">{fill(texts.moreRounds, rounds - drawn)}</li>}
        </ol>
      )}
    </div>
  );
}
