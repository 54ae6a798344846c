import type { PreviewModel } from '../../../../server/src/protocol/requests';
import { Frames } from './frames';
import { fill, usePage } from './page-context';
import { Rounds } from './rounds';
import { Timeline } from './timeline';
import { ValuesTable } from './values-table';

/** The periods as a picture, and the same with the values of the targets as a table. */
export function PeriodSection({ model }: { readonly model: PreviewModel }) {
  const { texts } = usePage();
  const { periods, omitted, rhythm } = model;
  return (
    <>
      {rhythm.window !== 'fixed' && <Rounds rhythm={rhythm} />}
      {periods.length > 0 ? (
        <Timeline model={model} />
      ) : (
        <>
          {rhythm.window === 'fixed' && <p class="absent">{texts.noPeriods}</p>}
          <Frames frames={model.frames} />
        </>
      )}
      <ValuesTable model={model} />
      {omitted.periods > 0 && <p class="absent">{fill(texts.unlisted, omitted.periods)}</p>}
      {omitted.spans > 0 && <p class="absent">{fill(texts.moreSpans, omitted.spans)}</p>}
    </>
  );
}
