import { updateMember } from '@voronka/api'
import type { Member } from '@voronka/api'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, IconButton, TextArea, TextInput, toast } from '../ui/index.ts'
import { CallWayFields } from './CallWayFields.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { useRefusal, useReloadPeople } from './use-people.ts'

const mostExtra = 3

/** The card of an employee (crm-and-tasks, section 13). */
export function MemberDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  const [role, setRole] = useState(member.role.id)
  const [card, setCard] = useState({
    name: member.name,
    phone: member.phone,
    position: member.position,
    description: member.description,
    extra: member.extra,
    calls: member.calls,
  })
  const set = (fields: Partial<typeof card>) => setCard({ ...card, ...fields })
  const setExtra = (index: number, fields: Partial<{ name: string; value: string }>) =>
    set({ extra: card.extra.map((field, at) => (at === index ? { ...field, ...fields } : field)) })
  return (
    <ConfirmDialog
      title={member.shownName}
      about={member.email}
      action={say('ui.save')}
      faultOf={refusal}
      run={() =>
        call(updateMember, {
          projectId,
          account: member.account,
          ...card,
          extra: card.extra.filter(({ name, value }) => name.trim() || value.trim()),
          ...(role !== member.role.id && { role }),
        })
      }
      onDone={() => {
        toast(t('members.saved'))
        reload()
        onClose()
      }}
      onClose={onClose}
    >
      <RoleSelect
        value={role}
        disabled={member.role.id === 'owner'}
        hint={member.role.id === 'owner' ? t('members.ownerHint') : undefined}
        onChange={setRole}
      />
      <TextInput
        label={t('card.name')}
        hint={t('card.nameHint')}
        autoComplete="off"
        maxLength={255}
        value={card.name}
        onChange={(name) => set({ name })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          label={t('card.phone')}
          type="tel"
          autoComplete="off"
          maxLength={50}
          value={card.phone}
          onChange={(phone) => set({ phone })}
        />
        <TextInput
          label={t('card.position')}
          autoComplete="off"
          maxLength={255}
          value={card.position}
          onChange={(position) => set({ position })}
        />
      </div>
      <TextArea label={t('card.description')} maxLength={2000} value={card.description} onChange={(description) => set({ description })} />
      <CallWayFields value={card.calls} onChange={(calls) => set({ calls })} />
      {card.extra.map((field, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto] gap-2">
          <TextInput
            label={t('card.fieldName', { number: index + 1 })}
            labelHidden
            placeholder={t('card.fieldNamePlaceholder')}
            maxLength={100}
            value={field.name}
            onChange={(name) => setExtra(index, { name })}
          />
          <TextInput
            label={t('card.fieldValue', { number: index + 1 })}
            labelHidden
            placeholder={t('card.fieldValuePlaceholder')}
            maxLength={500}
            value={field.value}
            onChange={(value) => setExtra(index, { value })}
          />
          <IconButton
            label={t('card.dropField', { number: index + 1 })}
            icon={<X size={16} />}
            onClick={() => set({ extra: card.extra.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      {card.extra.length < mostExtra && (
        <Button
          small
          look="quiet"
          className="self-start text-accent!"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => set({ extra: [...card.extra, { name: '', value: '' }] })}
        >
          {t('card.addField')}
        </Button>
      )}
    </ConfirmDialog>
  )
}
