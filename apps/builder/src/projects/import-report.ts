import type { importCrm } from '@voronka/api'
import type { z } from 'zod'
import type { ImportReport } from '@voronka/flow'
import type { TFunction } from 'i18next'

/** What was added to the CRM; undefined: the file has none of it, `no-right`: this person may not set it up. */
export type BroughtCrm = Pick<z.infer<(typeof importCrm)['output']>, 'added' | 'notMembers'> | 'no-right' | undefined

/** So many numbers or names are listed; the rest is counted. */
const mostListed = 8

/** What came of an import, sentence by sentence, and only what has something to say. */
export function importReport(report: ImportReport, crm: BroughtCrm, t: TFunction<'projects'>): string[] {
  const { blocks, arrows, renumbered, rewritten, added, kept } = report
  const list = (items: readonly string[]): string => {
    const shown = items.slice(0, mostListed).join(', ')
    return items.length > mostListed ? t('report.andMore', { list: shown, count: items.length - mostListed }) : shown
  }
  const texts = rewritten.blocks.length + rewritten.arrows.length
  return [
    t('report.came', { blocks: t('report.blocks', { count: blocks }), arrows: t('report.arrows', { count: arrows }) }),
    renumbered.length > 0 && t('report.renumbered', { list: list(renumbered.map(({ from, to }) => `${from} → ${to}`)) }),
    texts > 0 && t('report.rewritten', { count: texts }),
    added.length > 0 && t('report.added', { list: list(added) }),
    crm === 'no-right' && t('report.crmNoRight'),
    typeof crm === 'object' && crmSentence(crm.added, t),
    typeof crm === 'object' && crm.notMembers.length > 0 && t('report.notMembers', { list: list(crm.notMembers) }),
    kept.length > 0 && t('report.kept', { list: list(kept) }),
  ].filter((sentence) => sentence !== false)
}

function crmSentence(
  { pipelines, states, lists, labels, booking, others }: Exclude<BroughtCrm, 'no-right' | undefined>['added'],
  t: TFunction<'projects'>,
): string {
  const parts = [
    pipelines && t('report.pipelines', { count: pipelines }),
    states && t('report.states', { count: states }),
    lists && t('report.lists', { count: lists }),
    labels && t('report.labels', { count: labels }),
    booking && t('report.booking', { count: booking }),
    others && t('report.others', { count: others }),
  ].filter((part) => part !== 0)
  return parts.length ? t('report.crmAdded', { list: parts.join(', ') }) : t('report.crmHad')
}
