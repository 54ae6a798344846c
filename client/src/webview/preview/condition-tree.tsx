import type { PreviewCondition } from '../../../../server/src/protocol/requests';
import { conditionInWords } from '../../../../server/src/protocol/condition-words';
import type { PreviewTextKey } from '../../../../server/src/protocol/preview-texts';
import { toBranches, type Branch } from './branches';
import { fill, usePage } from './page-context';
import { Place, Said, Words } from './place';
import { useRovingFocus } from './roving-focus';

/** What decides what counts: in words as far as there are some, and, where it joins several conditions, one by one. */
export function ConditionTree({ condition }: { readonly condition: PreviewCondition }) {
  const { texts } = usePage();
  const roving = useRovingFocus<HTMLDivElement>();
  return (
    <div class="condition">
      <p>
        <span class="label">{texts.rule} </span>
        <Place range={condition.range}>
          <Condition text={condition.text} />
        </Place>
      </p>
      {condition.rows.length > 1 && (
        <details>
          <summary>{texts.tree}</summary>
          <div {...roving}>
            <Branches branches={toBranches(condition.rows)} />
          </div>
          {condition.omitted > 0 && <p class="absent">{fill(texts.moreRounds, condition.omitted)}</p>}
        </details>
      )}
    </div>
  );
}

const joins: Readonly<Record<string, PreviewTextKey>> = { '&&': 'allOf', '||': 'anyOf' };

function Condition({ text }: { readonly text: string }) {
  const { texts } = usePage();
  const join = Object.hasOwn(joins, text) ? joins[text] : undefined;
  if (join !== undefined) return texts[join];
  if (text === '') return <span class="absent">{texts.unreadableRule}</span>;
  const words = conditionInWords(text);
  if (words !== undefined) return <Said phrase={words} />;
  return (
    <code>
      <Words text={text} />
    </code>
  );
}

function Branches({ branches }: { readonly branches: readonly Branch[] }) {
  return (
    <ul class="tree">
      {branches.map(({ row, branches: below }, index) => (
        <li key={index}>
          <Place range={row.range}>
            <Condition text={row.text} />
          </Place>
          {below.length > 0 && <Branches branches={below} />}
        </li>
      ))}
    </ul>
  );
}
