import type { PreviewModel, PreviewPeriod, PreviewTarget } from '../../../../server/src/protocol/requests';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { toRows } from '../../../../server/src/protocol/preview-rows';
import type { RowNote, ValueCell, ValuesRow } from '../../../../server/src/protocol/preview-rows';
import { toTotals } from '../../../../server/src/protocol/preview-totals';
import { toDayNumber } from './days';
import { countDays, fill, usePage } from './page-context';
import { Place, Words } from './place';
import { useRovingFocus } from './roving-focus';
import { useWidth } from './use-width';

/** How many targets have room beside each other on paper. */
const targetsOnPaper = 6;

/** About how much room a table needs in pixels: the period with its days, and the columns of the first targets. */
const room = { period: 450, target: { least: 90, most: 220, perCharacter: 7 }, targets: 3 };

/**
 * The periods and the values of every target for them. Days have columns of their own where there is room, else they stand
 * below the period. On paper, where nothing scrolls, there is a table for every few targets.
 */
export function ValuesTable({ model }: { readonly model: PreviewModel }) {
  const { isPrinting } = usePage();
  const { ref, width } = useWidth<HTMLDivElement>();
  const hasDays = model.periods.length > 0;
  const isFolded = !hasDays || isPrinting || (width > 0 && width < neededWidth(model.targets));
  return (
    <div class="values" ref={ref}>
      {(isPrinting ? inParts(model) : [model]).map((part, index) => (
        <Table key={index} model={part} isFolded={isFolded} />
      ))}
    </div>
  );
}

function inParts(model: PreviewModel): PreviewModel[] {
  const { targets } = model;
  const count = Math.max(1, Math.ceil(targets.length / targetsOnPaper));
  return Array.from({ length: count }, (_, index) => ({
    ...model,
    targets: targets.slice(index * targetsOnPaper, (index + 1) * targetsOnPaper),
  }));
}

function neededWidth(targets: readonly PreviewTarget[]): number {
  const { least, most, perCharacter } = room.target;
  const columns = targets
    .slice(0, room.targets)
    .map(({ name }) => Math.min(Math.max(name.length * perCharacter, least), most));
  return columns.reduce((sum, column) => sum + column, room.period);
}

interface TableProps {
  readonly model: PreviewModel;
  readonly isFolded: boolean;
}

/** A grid: one tab stop, arrow keys inside. */
function Table({ model, isFolded }: TableProps) {
  const { texts } = usePage();
  const roving = useRovingFocus<HTMLTableElement>();
  const rows = toRows(model);
  if (rows.length === 0) return null;
  return (
    <div class={isFolded ? 'wide folded' : 'wide'}>
      <table role="grid" aria-label={texts.values} aria-describedby="values-hint" {...roving}>
        <thead>
          <tr>
            <th scope="col">{texts.period}</th>
            {!isFolded && (
              <>
                <th scope="col">{texts.from}</th>
                <th scope="col">{texts.to}</th>
                <th scope="col" class="number">
                  {texts.days}
                </th>
              </>
            )}
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
            <Row key={row.index} row={row} model={model} isFolded={isFolded} />
          ))}
        </tbody>
        {rows.length > 1 && <Totals model={model} isFolded={isFolded} />}
      </table>
      <p id="values-hint" class="spoken">
        {texts.valuesHint}
      </p>
    </div>
  );
}

function Totals({ model, isFolded }: TableProps) {
  const { texts } = usePage();
  const { days, sums, leavesOut } = toTotals(model);
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {texts.total}
          {isFolded && days !== undefined && <p class="days">{countDays(texts, days)}</p>}
          {leavesOut && <p class="notes">{texts.totalHint}</p>}
        </th>
        {!isFolded && (
          <>
            <td />
            <td />
            <td class="number">{days}</td>
          </>
        )}
        {sums.map((sum, target) => (
          <td key={target} class="number">
            {sum}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

interface RowProps {
  readonly row: ValuesRow;
  readonly model: Pick<PreviewModel, 'rhythm' | 'targets'>;
}

function Row({ row, model, isFolded }: RowProps & Pick<TableProps, 'isFolded'>) {
  const { texts } = usePage();
  const { period, cells, notes, isExtra } = row;
  return (
    <tr>
      <th scope="row">
        <Cycle row={row} model={model} />
        {isFolded && <FoldedDays period={period} />}
        {notes.length > 0 && <p class="notes">{notes.map((note) => toWords(note, texts)).join(', ')}</p>}
      </th>
      {!isFolded && (
        <>
          <td>
            <Day day={period?.startDay} range={period?.startRange} />
          </td>
          <td>
            <Day day={period?.endDay} range={period?.endRange} />
          </td>
          <td class="number">
            {period?.days !== undefined && (
              <Place range={period.range} isMarked={false}>
                {period.days}
              </Place>
            )}
          </td>
        </>
      )}
      {cells.map((cell, index) => (
        <td key={index} class="number">
          <Cell cell={cell} target={model.targets[index]} isExtra={isExtra} />
        </td>
      ))}
    </tr>
  );
}

/** "8 Oct 2027 – 11 Oct 2027, 4 days" */
function FoldedDays({ period }: { readonly period: PreviewPeriod | undefined }) {
  const { texts } = usePage();
  if (period === undefined) return null;
  const { startDay, endDay, days, range, startRange, endRange } = period;
  if (startDay === undefined && endDay === undefined) return null;
  return (
    <p class="days">
      <Day day={startDay} range={startRange} instead="…" /> – <Day day={endDay} range={endRange} instead="…" />
      {days !== undefined && (
        <>
          {', '}
          <Place range={range} isMarked={false}>
            {countDays(texts, days)}
          </Place>
        </>
      )}
    </p>
  );
}

/** What the values of a row belong to. */
function Cycle({ row: { index, period, isExtra }, model: { rhythm } }: RowProps) {
  const { texts } = usePage();
  const number = <span class="ordinal">{index + 1}</span>;
  if (period !== undefined) {
    return (
      <>
        {number}
        <Place range={period.range}>
          <Words text={period.name} instead={fill(texts.periodNumber, index + 1)} />
        </Place>
      </>
    );
  }
  if (rhythm.window !== 'fixed' && !isExtra) {
    return fill(rhythm.window === 'cyclic' ? texts.cycle : texts.round, index + 1);
  }
  return (
    <>
      {number}
      <span class="absent">{texts.noPeriod}</span>
    </>
  );
}

interface DayProps {
  readonly day: string | undefined;
  readonly range: Range | undefined;
  readonly instead?: string;
}

function Day({ day, range, instead }: DayProps) {
  const { format } = usePage();
  if (day === undefined) return instead;
  return (
    <Place range={range}>
      <time dateTime={day}>{format.full(toDayNumber(day))}</time>
    </Place>
  );
}

interface CellProps {
  readonly cell: ValueCell;
  readonly target: PreviewTarget | undefined;
  readonly isExtra: boolean;
}

function Cell({ cell, target, isExtra }: CellProps) {
  const { texts } = usePage();
  if (cell.kind === 'none') return null;
  if (cell.kind === 'value') {
    return (
      <Place range={cell.value.range} class={isExtra ? 'extra' : ''}>
        <Words text={cell.value.text} instead={texts.missing} />
      </Place>
    );
  }
  const isMissing = cell.kind === 'missing';
  return (
    <Place range={target?.valuesRange} class={isMissing ? 'missing' : 'absent'} isMarked={false}>
      {isMissing ? texts.missing : texts.unlistedValue}
    </Place>
  );
}

function toWords(note: RowNote, texts: ReturnType<typeof usePage>['texts']): string {
  return 'days' in note ? fill(texts[note.kind], countDays(texts, note.days), note.other + 1) : texts[note.kind];
}
