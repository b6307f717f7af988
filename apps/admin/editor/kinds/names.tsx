'use client';

import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { useTranslations } from 'next-intl';
import { useField } from '../draft/context';
import { Items, Part, type ItemsProps } from '../fields/items';
import { scriptOfTag, scriptOfText } from './script';

/** Names in several languages and scripts. Each is written in its own direction; a script that its language does not use is pointed out. */
export function Names(props: ItemsProps) {
  const t = useTranslations('editor');
  return (
    <Items {...props} add={t('names.add')}>
      {(item) => <Name pointer={item} shape={props.shape.item as ShapeOf<'group'>} />}
    </Items>
  );
}

function Name({ pointer, shape }: { pointer: string; shape: ShapeOf<'group'> }) {
  const [text] = useField(`${pointer}/text`);
  const [language] = useField(`${pointer}/language`);
  const tag = typeof language === 'string' ? language : '';
  const tagged = scriptOfTag(tag);
  return (
    <>
      {Object.entries(shape.fields).map(([name, field]) =>
        name === 'text' ? (
          <div key={name} lang={tag === '' ? undefined : tag} dir={tagged?.direction ?? 'auto'}>
            <Part pointer={`${pointer}/text`} shape={field} />
          </div>
        ) : (
          <Part key={name} pointer={`${pointer}/${name}`} shape={field} />
        ),
      )}
      <Script text={typeof text === 'string' ? text : ''} tag={tag} />
    </>
  );
}

/** In which script a name is written, and whether its language tag says so. */
function Script({ text, tag }: { text: string; tag: string }) {
  const t = useTranslations('editor');
  const written = scriptOfText(text);
  const tagged = scriptOfTag(tag);
  if (written === null || tagged === null) return null;
  if (written.code === tagged.code || (tagged.covers?.includes(written.code) ?? false)) {
    return (
      <p className="hint part--note">
        {t('names.script', { script: written.name, direction: t(`names.${tagged.direction}`) })}
      </p>
    );
  }
  return (
    <p className="icon-warn part--note">
      {t('names.mismatch', { script: written.name, tag: `${tag.split('-')[0]}-${written.code}` })}
    </p>
  );
}
