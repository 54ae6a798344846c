import type { PreviewModel } from '../../../../server/src/protocol/requests';
import { toDayNumber } from './days';
import { countDays, fill, usePage } from './page-context';
import { Place, Words } from './place';
import { useRovingFocus } from './roving-focus';
import { toRows } from './values-rows';
import { toTotals } from './values-totals';
import type { RowNote, ValueCell, ValuesRow } from './values-rows';

/** The periods and the values of every target for them. A grid: one tab stop, arrow keys inside. */
export function ValuesTable({ model }: { readonly model: PreviewModel }) {
  const { texts } = usePage();
  const roving = useRovingFocus<HTMLTableElement>();
  const rows = toRows(model);
  if (rows.length === 0) return null;
  return (
    <div class="wide">
      <table role="grid" aria-label={texts.values} aria-describedby="values-hint" {...roving}>
        <thead>
          <tr>
            <th scope="col">{texts.period}</th>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col" class="number">
              {texts.days}
            </th>
            {model.targets.map((target) => (
              <th key={target.index} scope="col" class="number">
                <Place range={target.range}>
                  <Words text={target.name} instead={fill(texts.targetNumber, target.index + 1)} />
                </Place>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.index} row={row} />
          ))}
        </tbody>
        {rows.length > 1 && <Totals model={model} />}
      </table>
      <p id="values-hint" class="spoken">
        {texts.valuesHint}
      </p>
    </div>
  );
}

function Totals({ model }: { readonly model: PreviewModel }) {
  const { texts } = usePage();
  const { days, sums } = toTotals(model);
  return (
    <tfoot>
      <tr>
        <th scope="row">{texts.total}</th>
        <td />
        <td />
        <td class="number">{days}</td>
        {sums.map((sum, target) => (
          <td key={target} class="number">
            {sum}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function Row({ row }: { readonly row: ValuesRow }) {
  const { texts } = usePage();
  const { index, period, cells, notes } = row;
  return (
    <tr>
      <th scope="row">
        <span class="ordinal">{index + 1}</span>
        {period === undefined ? (
          <span class="absent">{texts.noPeriod}</span>
        ) : (
          <Place range={period.range}>
            <Words text={period.name} instead={fill(texts.periodNumber, index + 1)} />
          </Place>
        )}
        {notes.length > 0 && <p class="notes">{notes.map((note) => toWords(note, texts)).join(', ')}</p>}
      </th>
      <td>
        <Day day={period?.startDay} />
      </td>
      <td>
        <Day day={period?.endDay} />
      </td>
      <td class="number">{period?.days}</td>
      {cells.map((cell, target) => (
        <td key={target} class="number">
          <Cell cell={cell} extra={period === undefined} />
        </td>
      ))}
    </tr>
  );
}

function Day({ day }: { readonly day: string | undefined }) {
  const { format } = usePage();
  return day === undefined ? null : <time dateTime={day}>{format.full(toDayNumber(day))}</time>;
}

function Cell({ cell, extra }: { readonly cell: ValueCell; readonly extra: boolean }) {
  const { texts } = usePage();
  if (cell.kind === 'none') return null;
  if (cell.kind === 'missing') return <span class="missing">{texts.missing}</span>;
  return (
    <Place range={cell.value.range} class={extra ? 'extra' : ''}>
      <Words text={cell.value.text} instead={texts.missing} />
    </Place>
  );
}

function toWords(note: RowNote, texts: ReturnType<typeof usePage>['texts']): string {
  return note.kind === 'gapAfter' || note.kind === 'overlapWith'
    ? fill(texts[note.kind], countDays(texts, note.days), note.other + 1)
    : texts[note.kind];
}
