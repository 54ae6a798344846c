import type { JSX } from 'preact';
import type { SubmittedChange, SubmittedPeriod, SubmittedView } from '../../../../server/src/protocol/preview-messages';
import type { PreviewTexts } from '../../../../server/src/protocol/preview-texts';
import type { Phrase } from '../../../../server/src/protocol/phrase';
import { say } from '../../../../server/src/protocol/phrase';
import { fillWith, usePage } from './page-context';
import { PointerPlace, Said, Words } from './place';

/** "Created in Test: id 5", as far as it is known. */
export function toOutcome({ outcome, environment, id }: SubmittedView, texts: PreviewTexts): Phrase {
  if (outcome !== 'created') return fillWith(outcome === 'unknown' ? texts.unknownIn : texts.pendingIn, environment);
  return id === undefined ? fillWith(texts.createdIn, environment) : fillWith(texts.createdAs, environment, id);
}

/** What became of the definition when it was sent, and how what is stored differs from it. */
export function SubmittedSection({ view }: { readonly view: SubmittedView }) {
  const { texts } = usePage();
  const { outcome, isSameText, periods, changes, editable } = view;
  return (
    <section class="submitted" aria-labelledby="submitted-title">
      <h2 id="submitted-title" tabIndex={-1}>
        {texts.submitted}
      </h2>
      <p class={`outcome ${outcome}`}>
        <Said phrase={toOutcome(view, texts)} />
      </p>
      <p class={isSameText ? 'same' : 'other'}>{isSameText ? texts.sameText : texts.otherText}</p>
      <Facts view={view} />
      {periods.length > 0 && <StoredPeriods periods={periods} />}
      {changes.length > 0 && <Changes changes={changes} />}
      {editable.length > 0 && (
        <>
          <h3>{texts.editable}</h3>
          <ul class="editable">
            {editable.map((sentence, index) => (
              <li key={index}>
                <Words text={sentence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Facts({ view }: { readonly view: SubmittedView }) {
  const { texts, format } = usePage();
  const { environment, kind, host, id, time } = view;
  const facts: readonly (readonly [string, Phrase])[] = [
    [texts.environment, fillWith(texts.environmentOf, environment, texts[kind])],
    [texts.host, say`${host}`],
    ...(id === undefined ? [] : [[texts.groupId, say`${id}`] as const]),
    [texts.sentAt, say`${format.moment(time)}`],
  ];
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Said phrase={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StoredPeriods({ periods }: { readonly periods: readonly SubmittedPeriod[] }) {
  const { texts } = usePage();
  return (
    <Table
      title={texts.storedPeriods}
      heads={[texts.period, texts.id, texts.status, texts.from, texts.to]}
      rows={periods.map(({ refCode, id, status, startDate, endDate }) => ({
        head: <Words text={refCode} />,
        cells: [id, status, startDate, endDate],
      }))}
    />
  );
}

function Changes({ changes }: { readonly changes: readonly SubmittedChange[] }) {
  const { texts } = usePage();
  const words = { changed: texts.otherwise, normalised: texts.normalised, added: texts.added, missing: texts.dropped };
  return (
    <Table
      title={texts.changes}
      heads={[texts.place, texts.difference, texts.sent, texts.stored]}
      rows={changes.map(({ place, what, sent = '', stored = '' }) => ({
        head: what === 'added' ? <Words text={place} /> : <PointerPlace pointer={place} />,
        cells: [words[what], sent, stored],
      }))}
    />
  );
}

interface TableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: JSX.Element; readonly cells: readonly string[] }[];
}

function Table({ title, heads, rows }: TableProps) {
  return (
    <div class="wide">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ head, cells }, index) => (
            <tr key={index}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell !== '' && <Words text={cell} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
