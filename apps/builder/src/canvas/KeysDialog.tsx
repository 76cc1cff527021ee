import { useTranslation } from 'react-i18next'
import { closeDialog } from '../app/workspace.ts'
import { Dialog, Kbd } from '../ui/index.ts'
import { commands } from './commands.ts'

const mouse = ['mouseNew', 'mousePan', 'mouseZoom', 'mouseSelect', 'mouseAdd', 'mouseBend', 'mouseConnect'] as const
const groups = ['create', 'edit', 'go', 'view'] as const
const clipboardKeys: Readonly<Record<string, string>> = { copy: 'Ctrl+C', cut: 'Ctrl+X', paste: 'Ctrl+V' }

/** All keys on one sheet, as the commands say them of themselves. */
export function KeysDialog() {
  const { t } = useTranslation('canvas')
  return (
    <Dialog open onClose={closeDialog} title={t('keys.title')} about={t('keys.about')} wide>
      <div className="grid gap-x-8 gap-y-4 pb-3 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-xs font-medium text-muted">{t(`group.${group}`)}</h3>
            <dl className="text-sm">
              {commands
                .filter((command) => command.group === group && (command.keys || clipboardKeys[command.id]))
                .map(({ id, keys }) => (
                  <Line key={id} keys={keys?.map(({ label }) => label) ?? [clipboardKeys[id] ?? '']} does={t(`command.${id}`)} />
                ))}
            </dl>
          </section>
        ))}
        <section className="sm:col-span-2">
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
  <div className="flex items-center justify-between gap-3 py-0.5">
    <dt>{does}</dt>
    <dd className="flex gap-1">
      {[...new Set(keys)].map((label) => (
        <Kbd key={label} keys={label} />
      ))}
    </dd>
  </div>
)
