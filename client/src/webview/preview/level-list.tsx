import type { PreviewLevel } from '../../../../server/src/protocol/requests';
import { countCycles, fill, fillWith, usePage } from './page-context';
import { Place, Said, Words } from './place';

/** More cycles than these are not drawn, only counted. */
const mostDots = 31;

/** The levels of a streak with what each takes, in words and as a row of cycles. */
export function LevelList({ levels, omitted }: { readonly levels: readonly PreviewLevel[]; readonly omitted: number }) {
  const { texts } = usePage();
  return (
    <>
      <ol class="levels">
        {levels.map((level, index) => (
          <li key={index}>
            <Place range={level.range}>
              <Words text={level.name} instead={String(index + 1)} />
            </Place>
            {level.cycles !== '' && (
              <span class="takes">
                <Said phrase={fillWith(level.inARow ? texts.inARow : '{0}', countCycles(texts, level.cycles))} />
              </span>
            )}
            <Dots cycles={Number(level.cycles)} />
          </li>
        ))}
      </ol>
      {omitted > 0 && <p class="absent">{fill(texts.unlisted, omitted)}</p>}
    </>
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
