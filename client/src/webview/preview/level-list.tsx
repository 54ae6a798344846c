import type { PreviewLevel } from '../../../../server/src/protocol/requests';
import { countCycles, fill, usePage } from './page-context';
import { Place, Words } from './place';

/** More cycles than these are not drawn, only counted. */
const mostDots = 31;

/** The levels of a streak with what each takes, in words and as a row of cycles. */
export function LevelList({ levels }: { readonly levels: readonly PreviewLevel[] }) {
  const { texts } = usePage();
  return (
    <ol class="levels">
      {levels.map((level, index) => (
        <li key={index}>
          <Place range={level.range}>
            <Words text={level.name} instead={String(index + 1)} />
          </Place>
          {level.cycles !== '' && (
            <span class="takes">
              <Words
                text={
                  level.inARow ? fill(texts.inARow, countCycles(texts, level.cycles)) : countCycles(texts, level.cycles)
                }
              />
            </span>
          )}
          <Dots cycles={Number(level.cycles)} />
        </li>
      ))}
    </ol>
  );
}

function Dots({ cycles }: { readonly cycles: number }) {
  if (!Number.isInteger(cycles) || cycles < 1 || cycles > mostDots) return null;
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: cycles }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  );
}
