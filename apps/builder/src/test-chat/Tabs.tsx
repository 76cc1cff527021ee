import { useTranslation } from 'react-i18next'

export type DetailsTab = 'trace' | 'variables' | 'timers'
export type Tab = 'chat' | DetailsTab | 'blocks'

interface TabListProps<Name extends Tab> {
  readonly names: readonly Name[]
  readonly shown: Tab
  /** How many transitions are planned: worth knowing without looking. */
  readonly timers: number
  readonly onShow: (tab: Name) => void
}

/** What a narrow column shows one at a time; a wide one has them side by side. */
export function Tabs(props: Omit<TabListProps<Tab>, 'names'>) {
  return (
    <div className="flex-none border-b border-line @min-[640px]:hidden">
      <TabList {...props} names={['chat', 'trace', 'variables', 'timers', 'blocks']} />
    </div>
  )
}

export function TabList<Name extends Tab>({ names, shown, timers, onShow }: TabListProps<Name>) {
  const { t } = useTranslation('test-chat')
  return (
    <div className="flex overflow-x-auto px-1">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === shown}
          className="flex h-9 flex-none items-center gap-1 border-b-2 border-transparent px-2 text-xs whitespace-nowrap text-muted hover:text-text aria-pressed:border-accent aria-pressed:font-medium aria-pressed:text-text"
          onClick={() => onShow(name)}
        >
          {t(`tabs.${name}`)}
          {name === 'timers' && timers > 0 && (
            <span className="rounded-full bg-accent-soft px-1.5 text-2xs text-accent tabular-nums">{timers}</span>
          )}
        </button>
      ))}
    </div>
  )
}
