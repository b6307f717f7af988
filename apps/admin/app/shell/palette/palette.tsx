'use client';

import { kindNames } from '@rapporteur/domain/kinds';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { api } from '../../../client/api';
import { Icon, type IconName } from '../desk-icon';
import type { Act } from './acts';
import { useFound } from './use-found';

/** How many acts and people are offered at once. */
const offered = 8;

interface Props {
  acts: readonly Act[];
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}

/** Finds any record, person or act, with the keyboard alone: type, arrow keys, Enter; Escape goes back to where one was. */
export function Palette({ acts, text, onText, onClose }: Props) {
  const t = useTranslations('shell');
  const found = useFound(text);
  const people = useColleagues();
  const fitting = acts.filter(({ name }) => fits(name, text)).slice(0, offered);
  const named = text.trim() === '' ? [] : people.filter(({ name }) => fits(name, text)).slice(0, offered);
  const none = fitting.length + named.length + found.items.length === 0;
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label={t('palette.title')}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            <TextField className="palette-field" type="search" aria-label={t('palette.field')} autoFocus>
              <Icon name="i-search" />
              <Input
                className="palette-input"
                placeholder={t('palette.placeholder')}
                maxLength={200}
                onKeyDown={takeFirst}
              />
            </TextField>
            <Menu className="palette-menu" aria-label={t('palette.answers')} onAction={onClose}>
              {found.items.length > 0 && (
                <Section name={t('rail.records')}>
                  {found.items.map(({ id, title, kind, state }) => (
                    <Item key={id} id={id} href={`/records/${id}`} icon={`i-${kind}`} name={title}>
                      {kindNames[kind].singular}, {t(`state.${state}`)}
                    </Item>
                  ))}
                </Section>
              )}
              {fitting.length > 0 && (
                <Section name={t('palette.acts')}>
                  {fitting.map(({ name, icon, href }) => (
                    <Item key={href} id={href} href={href} icon={icon} name={name} />
                  ))}
                </Section>
              )}
              {named.length > 0 && (
                <Section name={t('rail.people')}>
                  {named.map(({ id, name }) => (
                    <Item key={id} id={id} href={`/?view=all&with=${id}`} icon="i-people" name={name}>
                      {t('palette.theirs')}
                    </Item>
                  ))}
                </Section>
              )}
            </Menu>
          </Autocomplete>
          <p className="palette-said" role="status">
            {found.failed ? t('palette.failed') : found.waiting ? t('palette.waiting') : none ? t('palette.none') : ''}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Enter takes the first answer where none is marked. The field marks it as somebody types; what was typed before the
 * palette had loaded it has not seen.
 */
function takeFirst(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const answers = event.currentTarget.closest('[role=dialog]')?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [];
  if (![...answers].some((answer) => answer.dataset.focused === 'true')) answers[0]?.click();
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <MenuSection>
      <Header className="palette-head">{name}</Header>
      {children}
    </MenuSection>
  );
}

interface ItemProps {
  id: string;
  href: string;
  icon: IconName;
  name: string;
  children?: ReactNode;
}

function Item({ id, href, icon, name, children }: ItemProps) {
  return (
    <MenuItem id={id} href={href} textValue={name} className="palette-item">
      <Icon name={icon} />
      <span className="palette-name">{name}</span>
      {children !== undefined && <span className="hint">{children}</span>}
    </MenuItem>
  );
}

/** Whoever works at the desk; nobody until the answer has come, and nobody where none comes. */
function useColleagues(): readonly { id: string; name: string }[] {
  const [people, setPeople] = useState<readonly { id: string; name: string }[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    api.work.colleagues.query({}, { signal: asking.signal }).then(
      ({ items }) => setPeople(items),
      () => undefined,
    );
    return () => asking.abort();
  }, []);
  return people;
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();

/** Whether every word that is typed stands in a name. */
const fits = (name: string, text: string) =>
  fold(text)
    .split(/\s+/)
    .every((word) => fold(name).includes(word));
