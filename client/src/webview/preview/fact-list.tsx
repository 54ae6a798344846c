import type { PreviewFact } from '../../../../server/src/protocol/requests';
import { Place, Words } from './place';

/** Labels with their values, each leading to its place. */
export function FactList({ facts }: { readonly facts: readonly PreviewFact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd>
            <Place range={fact.range}>
              <Words text={fact.value} />
            </Place>
          </dd>
        </div>
      ))}
    </dl>
  );
}
