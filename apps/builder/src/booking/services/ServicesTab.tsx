import { changeService, sortServiceCategories, sortServices } from '@voronka/api'
import type { BranchSetup, Grouping, Service } from '@voronka/api'
import { ArrowDown, ArrowUp, FileUp, FolderPlus, Pencil, Plus, Scissors, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, EmptyState, Menu } from '../../ui/index.ts'
import { GroupingDialog } from '../GroupingDialog.tsx'
import { moved } from '../moved.ts'
import { RowMenuButton } from '../RowMenuButton.tsx'
import { useSetupChange } from '../use-setup-change.ts'
import { DeleteService, DeleteCategory } from './DeleteFromServices.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import { ServiceRow } from './ServiceRow.tsx'
import { ServicesImport } from './ServicesImport.tsx'

type Open =
  | { readonly dialog: 'service'; readonly service?: Service; readonly category?: number | null }
  | { readonly dialog: 'category'; readonly category?: Grouping }
  | { readonly dialog: 'delete-service'; readonly service: Service }
  | { readonly dialog: 'delete-category'; readonly category: Grouping }
  | { readonly dialog: 'import' }

/** The services of a branch, in groups by category (booking, section 2). */
export function ServicesTab({ setup, editable }: { readonly setup: BranchSetup; readonly editable: boolean }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const change = useSetupChange()
  const { branch, categories, services } = setup
  const of = { projectId, branch: branch.id }
  const groups = categories.map((category) => ({ category, inside: inCategory(services, category.id) }))
  const loose = inCategory(services, null)
  const moveCategory = (id: number, by: 1 | -1) => {
    const ids = categories.map((each) => each.id)
    change.mutate(() => call(sortServiceCategories, { ...of, ids: moved(ids, ids, id, by) }))
  }
  const rows = (inside: readonly Service[]) =>
    inside.map((service, index) => (
      <ServiceRow
        key={service.id}
        service={service}
        currency={branch.currency}
        editable={editable}
        first={index === 0}
        last={index === inside.length - 1}
        onOpen={() => setOpen({ dialog: 'service', service })}
        onDelete={() => setOpen({ dialog: 'delete-service', service })}
        onActive={(active) => change.mutate(() => call(changeService, { projectId, service: service.id, active }))}
        onMove={(by) =>
          change.mutate(() =>
            call(sortServices, {
              ...of,
              ids: moved(
                services.map(({ id }) => id),
                inside.map(({ id }) => id),
                service.id,
                by,
              ),
            }),
          )
        }
      />
    ))
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-200 flex-col gap-4 p-3 sm:p-5">
        {editable && (
          <div className="flex flex-wrap gap-2">
            <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen({ dialog: 'service' })}>
              {t('service.add')}
            </Button>
            <Button icon={<FolderPlus size={14} aria-hidden />} onClick={() => setOpen({ dialog: 'category' })}>
              {t('category.add')}
            </Button>
            <Button icon={<FileUp size={14} aria-hidden />} onClick={() => setOpen({ dialog: 'import' })}>
              {t('csv.do')}
            </Button>
          </div>
        )}
        {!services.length && !categories.length && (
          <EmptyState icon={<Scissors size={32} />} title={t('service.none')} about={t('service.noneAbout')} />
        )}
        {groups.map(({ category, inside }, index) => (
          <Group
            key={category.id}
            title={category.name}
            about={category.description}
            aside={
              editable && (
                <Menu
                  align="end"
                  trigger={<RowMenuButton label={t('category.menu', { name: category.name })} />}
                  items={[
                    {
                      label: t('service.add'),
                      icon: <Plus size={14} />,
                      onSelect: () => setOpen({ dialog: 'service', category: category.id }),
                    },
                    { label: t('edit'), icon: <Pencil size={14} />, onSelect: () => setOpen({ dialog: 'category', category }) },
                    {
                      label: t('up'),
                      icon: <ArrowUp size={14} />,
                      disabled: index === 0,
                      onSelect: () => moveCategory(category.id, -1),
                    },
                    {
                      label: t('down'),
                      icon: <ArrowDown size={14} />,
                      disabled: index === groups.length - 1,
                      onSelect: () => moveCategory(category.id, 1),
                    },
                    'line',
                    {
                      label: t('delete'),
                      icon: <Trash2 size={14} />,
                      danger: true,
                      onSelect: () => setOpen({ dialog: 'delete-category', category }),
                    },
                  ]}
                />
              )
            }
          >
            {rows(inside)}
          </Group>
        ))}
        {loose.length > 0 && <Group title={categories.length ? t('category.without') : t('tabs.services')}>{rows(loose)}</Group>}
      </div>
      {open?.dialog === 'service' && <ServiceDialog setup={setup} service={open.service} category={open.category} onClose={close} />}
      {open?.dialog === 'category' && <GroupingDialog branch={branch.id} kind="category" grouping={open.category} onClose={close} />}
      {open?.dialog === 'delete-service' && <DeleteService service={open.service} onClose={close} />}
      {open?.dialog === 'delete-category' && <DeleteCategory category={open.category} onClose={close} />}
      {open?.dialog === 'import' && <ServicesImport branch={branch} onClose={close} />}
    </div>
  )
}

const inCategory = (services: readonly Service[], category: number | null): Service[] =>
  services.filter((service) => service.category === category)

interface GroupProps {
  readonly title: string
  readonly about?: string
  readonly aside?: React.ReactNode
  readonly children: readonly React.ReactNode[]
}

function Group({ title, about, aside, children }: GroupProps) {
  const { t } = useTranslation('booking')
  return (
    <section aria-label={title}>
      <header className="mb-1 flex min-h-8 items-center gap-2">
        <h2 className="min-w-0 flex-1 text-sm font-medium">
          {title} <span className="text-xs font-normal text-faint">{children.length}</span>
          {about && <span className="block text-xs font-normal text-muted">{about}</span>}
        </h2>
        {aside}
      </header>
      {children.length ? (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">{children}</ul>
      ) : (
        <p className="rounded-md border border-dashed border-line px-3 py-2 text-sm text-faint">{t('category.empty')}</p>
      )}
    </section>
  )
}
