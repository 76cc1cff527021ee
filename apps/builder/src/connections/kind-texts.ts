import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../locales/catalogue.ts'

/** What a kind of connection is called, `kinds.<kind>` in connections.json. */
export interface KindTexts {
  readonly title: string
  readonly about: string
  /** What is lost when it is disconnected, beside what always is. */
  readonly lost?: string
  readonly fields: Readonly<Record<string, { readonly label: string; readonly hint?: string }>>
  /** By field, and what can be chosen there. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the other side tells of itself. */
  readonly facts?: Readonly<Record<string, string>>
  /** Why it does not work, where the reason is one of ours and not in the words of the other side. */
  readonly reasons?: Readonly<Record<string, string>>
  /** Addresses under which the other side reaches this server. */
  readonly inbound?: Readonly<Record<string, { readonly label: string; readonly hint?: string }>>
}

/** Kinds are data of the contract, so their texts are found by name; a test sees to it that each has them. */
export function kindTexts(kind: string, texts: Readonly<Record<string, KindTexts>>): KindTexts {
  return texts[kind] ?? { title: kind, about: '', fields: {} }
}

/** A reason of ours in words; what the other side said, as it said it. */
export const reasonText = (reason: string, texts: Readonly<Record<string, string>>): string =>
  Object.hasOwn(texts, reason) ? (texts[reason] ?? reason) : reason

export function useKindTexts(kind: string): KindTexts {
  const { t } = useTranslation('connections')
  const texts: Catalogue['connections']['kinds'] = t('kinds', { returnObjects: true })
  return kindTexts(kind, texts)
}
