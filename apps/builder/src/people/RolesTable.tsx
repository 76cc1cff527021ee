import { rights, sections } from '@voronka/api'
import type { Level, Role } from '@voronka/api'
import { Check, Eye, Minus, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { roleTitle } from '../app/role-title.ts'

const levelIcons = { none: Minus, view: Eye, edit: Pencil }

/** All roles beside each other: what each may look at and what it may change. */
export function RolesTable({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  return (
    <div className="-mx-4 overflow-x-auto px-4" tabIndex={0} role="region" aria-label={t('roles.table')}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr>
            <th className="py-1 pr-3 text-left text-xs font-medium text-muted">{t('permissions.sections')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className="min-w-24 px-2 py-1 text-left text-xs font-medium">
                {roleTitle(role, say)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
                {t(`sections.${section}`)}
              </th>
              {roles.map(({ id, permissions }) => (
                <td key={id} className="px-2 py-1.5">
                  <LevelMark level={permissions.sections[section]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th colSpan={roles.length + 1} className="pt-4 pb-1 text-left text-xs font-medium text-muted">
              {t('permissions.rights')}
            </th>
          </tr>
          {rights.map((right) => (
            <tr key={right} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {t(`rights.${right}`)}
              </th>
              {roles.map(({ id, permissions }) => (
                <td key={id} className="px-2 py-1.5">
                  <RightMark has={permissions.rights.includes(right)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LevelMark({ level }: { level: Level }) {
  const { t } = useTranslation('people')
  const Icon = levelIcons[level]
  return (
    <span className={level === 'none' ? 'flex items-center gap-1 text-faint' : 'flex items-center gap-1'}>
      <Icon size={12} aria-hidden />
      {level === 'none' ? <span className="sr-only">{t('levels.none')}</span> : t(`levels.${level}`)}
    </span>
  )
}

function RightMark({ has }: { has: boolean }) {
  const { t } = useTranslation('people')
  const Icon = has ? Check : Minus
  return (
    <span className={has ? 'text-success' : 'text-faint'}>
      <Icon size={14} aria-hidden />
      <span className="sr-only">{t(has ? 'permissions.yes' : 'permissions.no')}</span>
    </span>
  )
}
