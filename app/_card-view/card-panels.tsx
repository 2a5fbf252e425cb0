/** The pictures of a card with what belongs to them: choices, summary, key, classes. */
import { languageOfName } from '../../lib/i18n/province-names';
import type { TilesSpec } from '../../lib/chart/kinds/tiles/tiles';
import type { PageContext } from '../_request/page-context';
import { Absent } from '../_components/absent';
import type { CardChoices, CardModel, CardPanel } from '../_card/model';
import { ChartFigure } from './chart-figure';
import { MixedText } from '../_components/mixed-text';

type Props = {
  context: PageContext;
  /** Id of the card on the page. */
  id: string;
  model: CardModel;
  /** The card stands among the others, to which titles of panels may lead. */
  onPage?: boolean;
};

/** Everything of the view 图. */
export function CardPanels({ context, id, model, onPage = false }: Props) {
  const { language } = context;
  return (
    <>
      {model.choices && <Choices context={context} id={id} choices={model.choices} />}
      {model.summary && (
        <p className="statement">
          <MixedText text={model.summary} language={language} />
        </p>
      )}
      {model.key && <Key name={model.key.name} items={model.key.items} />}
      <div className={`panels ${model.layout}`}>
        {model.panels.map((panel) => (
          <div key={panel.id} className={panel.words?.small ? 'small' : undefined}>
            {panel.title && <PanelHead context={context} panel={panel} onPage={onPage} />}
            <ChartFigure spec={panel.spec} id={`${id}-${panel.id}`} />
            {panel.spec.kind === 'tiles' && panel.spec.classes.length > 0 && (
              <Ramp context={context} spec={panel.spec} />
            )}
          </div>
        ))}
      </div>
    </>
  );
}

type HeadProps = { context: PageContext; panel: CardPanel; onPage: boolean };

/** The title of a panel and what it comes to. */
function PanelHead({ context, panel: { title, foreign, words, link }, onPage }: HeadProps) {
  return (
    <p className={words ? 'panel-title with-words' : 'panel-title'}>
      <b lang={foreign && title ? languageOfName(title) : undefined}>
        {link && onPage ? (
          <a
            href={`${context.here(link.change)}#${link.card}`}
            aria-current={link.current ? 'true' : undefined}
          >
            {title}
          </a>
        ) : (
          title
        )}
      </b>
      {words && (
        <>
          {' '}
          <span className="value">{words.absent ? <Absent word={words.value} /> : words.value}</span>{' '}
          <span className="muted">{words.rests}</span> <span className="panel-end">{words.end}</span>
        </>
      )}
    </p>
  );
}

/** What the card can show instead, as links: they work without a script and stand in the address. */
function Choices({ context, id, choices }: { context: PageContext; id: string; choices: CardChoices }) {
  return (
    <ul className="choices" aria-label={choices.name}>
      {choices.items.map((item) => (
        <li key={item.text}>
          <a href={`${context.here(item.change)}#${id}`} aria-current={item.current ? 'true' : undefined}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The parts of a picture in their order, each with its newest value where it has one. */
function Key({ name, items }: NonNullable<CardModel['key']>) {
  return (
    <ul className="key" aria-label={name}>
      {items.map((item) => (
        <li key={item.name}>
          <span
            className={item.hatched ? 'swatch hatched' : 'swatch'}
            style={item.hatched ? undefined : { background: item.colour }}
          />
          {item.name}
          {item.value && <b>{item.value}</b>}
        </li>
      ))}
    </ul>
  );
}

/** The classes of a map with their limits, and the looks that stand outside them. */
function Ramp({ context: { t }, spec }: { context: PageContext; spec: TilesSpec }) {
  const looks = (['missing', 'small', 'outside'] as const).filter((look) =>
    spec.tiles.some((tile) => tile.level === null && tile.look === look),
  );
  return (
    <ul className="key ramp" aria-label={t('map.key')}>
      {spec.classes.map((each) => (
        <li key={each.level}>
          <span className="swatch outlined" style={{ background: `var(--seq-${each.level})` }} />
          {each.text}
        </li>
      ))}
      {looks.map((look) => (
        <li key={look}>
          <span className={`swatch ${look}`} />
          {t(`map.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}
