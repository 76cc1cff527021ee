import { includes, levels, rights, sections } from '@voronka/api'
import type { Permissions, Right } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Segments, Switch } from '../ui/index.ts'

interface PermissionsFieldsProps {
  readonly value: Permissions
  onChange(value: Permissions): void
}

/** What a role or a key opens: each section at a level, and the switches beside. Nobody can give more than he has. */
export function PermissionsFields({ value, onChange }: PermissionsFieldsProps) {
  const { t } = useTranslation('people')
  const { permissions: mine } = useProject()
  const toggle = (right: Right, on: boolean) =>
    onChange({ ...value, rights: on ? [...value.rights, right] : value.rights.filter((other) => other !== right) })
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t('permissions.sections')}</legend>
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {sections.map((section) => (
            <div key={section} className="flex items-center gap-2">
              <span aria-hidden className="min-w-0 flex-1 truncate text-sm">
                {t(`sections.${section}`)}
              </span>
              <div className="w-56 shrink-0">
                <Segments
                  label={t(`sections.${section}`)}
                  labelHidden
                  value={value.sections[section]}
                  options={levels
                    .filter((level) => levels.indexOf(level) <= levels.indexOf(mine.sections[section]) || level === value.sections[section])
                    .map((level) => ({ value: level, text: t(`levels.${level}`) }))}
                  onChange={(level) => onChange({ ...value, sections: { ...value.sections, [section]: level } })}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t('permissions.rights')}</legend>
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {rights.map((right) => (
            <Switch
              key={right}
              label={t(`rights.${right}`)}
              checked={value.rights.includes(right)}
              disabled={!mine.rights.includes(right) && !value.rights.includes(right)}
              onChange={(on) => toggle(right, on)}
            />
          ))}
        </div>
      </fieldset>
      {!includes(mine, value) && <p className="text-xs text-warning">{t('refused.more-than-yours')}</p>}
    </div>
  )
}
