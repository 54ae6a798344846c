import type { PreviewModel } from '../../../../server/src/protocol/requests';
import { fill, usePage } from './page-context';
import { Timeline } from './timeline';
import { ValuesTable } from './values-table';

/** The periods as a picture, and the same with the values of the targets as a table. */
export function PeriodSection({ model }: { readonly model: PreviewModel }) {
  const { texts } = usePage();
  const { periods, omitted } = model;
  return (
    <>
      {periods.length === 0 ? <p class="absent">{texts.noPeriods}</p> : <Timeline model={model} />}
      <ValuesTable model={model} />
      {omitted.periods > 0 && <p class="absent">{fill(texts.unlisted, omitted.periods)}</p>}
    </>
  );
}
