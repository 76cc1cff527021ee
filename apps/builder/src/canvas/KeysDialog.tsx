import { useTranslation } from 'react-i18next'
import { useRights } from '../app/project-context.tsx'
import { openTo } from '../app/rights.ts'
import { sectionKeys } from '../app/section-keys.ts'
import { sections } from '../app/sections.ts'
import { closeDialog } from '../app/workspace.ts'
import { Dialog, Kbd } from '../ui/index.ts'
import { commands } from './commands.ts'

const mouse = ['mouseNew', 'mousePan', 'mouseZoom', 'mouseSelect', 'mouseAdd', 'mouseBend', 'mouseConnect'] as const
const groups = ['create', 'edit', 'go', 'view'] as const

/** All keys on one sheet, as the commands say them of themselves. */
export function KeysDialog() {
  const { t } = useTranslation('canvas')
  const { t: say } = useTranslation('app')
  const rights = useRights()
  return (
    <Dialog open onClose={closeDialog} title={t('keys.title')} about={t('keys.about')} wide>
      <div className="gap-x-8 pb-3 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-4">
            <h3 className="mb-1 text-xs font-medium text-muted">{t(`group.${group}`)}</h3>
            <dl className="text-sm">
              {commands
                .filter((command) => command.group === group && (command.keys || command.browserKeys))
                .map(({ id, keys, browserKeys = '' }) => (
                  <Line key={id} keys={keys?.map(({ label }) => label) ?? [browserKeys]} does={t(`command.${id}`)} />
                ))}
            </dl>
          </section>
        ))}
        <section className="mb-4">
          <h3 className="mb-1 text-xs font-medium text-muted">{say('sectionKeys')}</h3>
          <dl className="text-sm">
            {openTo(sections, rights).map(({ name, key }) => (
              <Line key={name} keys={sectionKeys(key).split(' ')} does={say(`nav.${name}`)} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted">{t('keys.mouse')}</h3>
          <dl className="text-sm">
            {mouse.map((name) => (
              <Line key={name} keys={[t(`keys.${name}`)]} does={t(`keys.${name}Does`)} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

const Line = ({ keys, does }: { keys: readonly string[]; does: string }) => (
  <div className="flex break-inside-avoid items-center justify-between gap-3 py-0.5">
    <dt>{does}</dt>
    <dd className="flex gap-1">
      {[...new Set(keys)].map((label) => (
        <Kbd key={label} keys={label} />
      ))}
    </dd>
  </div>
)
