import type { ImportReport } from '@voronka/flow'
import type { TFunction } from 'i18next'

/** So many numbers or names are listed; the rest is counted. */
const mostListed = 8

/** What came of an import, sentence by sentence, and only what has something to say. */
export function importReport(report: ImportReport, t: TFunction<'projects'>): string[] {
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
    kept.length > 0 && t('report.kept', { list: list(kept) }),
  ].filter((sentence) => sentence !== false)
}
