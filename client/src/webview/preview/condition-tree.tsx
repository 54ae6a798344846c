import type { PreviewCondition } from '../../../../server/src/protocol/requests';
import { toBranches, type Branch } from './branches';
import { usePage } from './page-context';
import { Place, Words } from './place';

/** The rule that decides what counts: as people write it, and node by node. */
export function ConditionTree({ condition }: { readonly condition: PreviewCondition }) {
  const { texts } = usePage();
  return (
    <div class="condition">
      <p>
        <span class="label">{texts.rule} </span>
        <Place range={condition.range}>
          <code>
            <Words text={condition.text} />
          </code>
        </Place>
      </p>
      <details>
        <summary>{texts.tree}</summary>
        <Branches branches={toBranches(condition.rows)} />
      </details>
    </div>
  );
}

function Branches({ branches }: { readonly branches: readonly Branch[] }) {
  return (
    <ul class="tree">
      {branches.map(({ text, branches: below }, index) => (
        <li key={index}>
          <code>
            <Words text={text} />
          </code>
          {below.length > 0 && <Branches branches={below} />}
        </li>
      ))}
    </ul>
  );
}
