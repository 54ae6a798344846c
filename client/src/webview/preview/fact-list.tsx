import type { PreviewFact } from '../../../../server/src/protocol/requests';
import { labelOf, valueInWords } from '../../../../server/src/protocol/fact-words';
import { Place, Words } from './place';

/** Labels with their values, each leading to its place. */
export function FactList({ facts }: { readonly facts: readonly PreviewFact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{labelOf(fact)}</dt>
          <dd>
            <Place range={fact.range}>
              <Words text={valueInWords(fact)} />
            </Place>
          </dd>
        </div>
      ))}
    </dl>
  );
}
