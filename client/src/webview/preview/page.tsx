import type { ComponentChildren } from 'preact';
import type { Range, SubmittedView } from '../../../../server/src/protocol/preview-messages';
import type { PreviewModel } from '../../../../server/src/protocol/requests';
import type { PreviewTextKey } from '../../../../server/src/protocol/preview-texts';
import type { DayFormat } from './days';
import { sentencePhrase } from '../../../../server/src/protocol/preview-sentence';
import { FactList } from './fact-list';
import { Headline } from './headline';
import { LevelList } from './level-list';
import { PageContext, usePage } from './page-context';
import type { PageState } from './page-state';
import { PeriodSection } from './period-section';
import { ProblemList } from './problem-list';
import { RequestText } from './request-text';
import { SubmittedSection } from './submitted-section';
import { TargetCards } from './target-cards';

interface PageProps {
  readonly state: PageState;
  readonly format: DayFormat;
  readonly isLive: boolean;
  readonly isPrinting: boolean;
  /** `version` is that of the model that holds the range. */
  readonly reveal: (version: number, range: Range) => void;
  readonly locate: PageContext['locate'];
  /** The text of the request is wanted, or not any more. */
  readonly toggleRequest: (isOpen: boolean) => void;
}

/** The whole page. Problems are always those of the newest text, the rest may be an older, complete picture. */
export function Page({ state, format, isLive, isPrinting, reveal, locate, toggleRequest }: PageProps) {
  const { texts, shown, newest, notice, submitted, request } = state;
  if (shown === undefined || newest === undefined) {
    return (
      <main>
        <Status text={texts[notice ?? 'reading']} />
      </main>
    );
  }
  const contextOf = ({ version }: PreviewModel): PageContext => ({
    texts,
    format,
    isLive,
    isPrinting,
    locate,
    reveal: (range) => {
      reveal(version, range);
    },
  });
  return (
    <main class={notice === undefined ? 'fresh' : 'kept'}>
      <Status text={notice && texts[notice]} />
      <PageContext.Provider value={contextOf(shown)}>
        {shown.state !== 'unreadable' && <Picture model={shown} counts={newest.problemCounts} submitted={submitted} />}
      </PageContext.Provider>
      <PageContext.Provider value={contextOf(newest)}>
        <ProblemList problems={newest.problems} omitted={newest.omitted.problems} />
        <RequestText request={request} toggle={toggleRequest} />
      </PageContext.Provider>
    </main>
  );
}

/** Why the picture is not that of the text. Always there, so that what comes into it is read out. */
function Status({ text }: { readonly text: string | undefined }) {
  return <div role="status">{text !== undefined && <p class="notice">{text}</p>}</div>;
}

interface PictureProps {
  readonly model: PreviewModel;
  readonly counts: PreviewModel['problemCounts'];
  readonly submitted: SubmittedView | null;
}

function Picture({ model, counts, submitted }: PictureProps) {
  return (
    <div class="picture">
      <Headline headline={model.headline} sentence={sentencePhrase(model)} counts={counts} submitted={submitted} />
      {submitted !== null && <SubmittedSection view={submitted} />}
      {model.facts.length > 0 && (
        <Section id="group" title="group">
          <FactList facts={model.facts} />
        </Section>
      )}
      {model.levels.length > 0 && (
        <Section id="levels" title="levels">
          <LevelList levels={model.levels} omitted={model.omitted.levels} />
        </Section>
      )}
      <Section id="periods" title="periods">
        <PeriodSection model={model} />
      </Section>
      <Section id="targets" title="targets">
        <TargetCards targets={model.targets} omitted={model.omitted.targets} />
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: PreviewTextKey;
  readonly children: ComponentChildren;
}

function Section({ id, title, children }: SectionProps) {
  const { texts } = usePage();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts[title]}</h2>
      {children}
    </section>
  );
}
