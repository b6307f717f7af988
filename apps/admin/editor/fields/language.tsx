'use client';

import { languageName } from '@rapporteur/ui/words';
import type { ControlProps, TextShape } from './control-props';
import { useControl, useText } from './text-fields';

/** The languages that diplomacy is most often in; any other tag can be typed. */
const offered = [
  'en',
  'fr',
  'es',
  'ru',
  'zh',
  'ar',
  'uk',
  'hu',
  'de',
  'pl',
  'cs',
  'sk',
  'ro',
  'bg',
  'tr',
  'it',
  'pt',
  'nl',
  'el',
  'he',
  'fa',
  'ja',
  'ko',
  'sr-Cyrl',
  'sr-Latn',
  'zh-Hans',
  'zh-Hant',
];

/** A language tag, typed or picked, with the language it means beside it. */
export function LanguageField(props: ControlProps<TextShape>) {
  const [text, set] = useText(props);
  const name = text === '' ? '' : languageName(text);
  return (
    <div className="language">
      <input
        {...useControl(props)}
        className="input"
        list={`${props.id}-languages`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => set(event.target.value.trim())}
      />
      <span className="hint">{name === text ? '' : name}</span>
      <datalist id={`${props.id}-languages`}>
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </datalist>
    </div>
  );
}
