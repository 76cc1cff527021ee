import type { Pipeline } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ApiError } from '../app/api-error.ts'
import { Button, Dialog, Select } from '../ui/index.ts'
import { useSetup } from './use-setup.ts'

type MoveTo = number | 'unsorted' | 'archive' | undefined

interface DeleteWithTargetProps {
  readonly title: string
  readonly about: string
  /** Their states can take the orders. */
  readonly targets: readonly Pipeline[]
  onDelete(moveTo: MoveTo): Promise<unknown>
  onDeleted?(): void
  onClose(): void
}

const needsTarget = z.object({ orders: z.number() }).partial()

/** Deletes a state or a pipeline. Where it holds orders, the server says so, and the person chooses where they go. */
export function DeleteWithTarget({ title, about, targets, onDelete, onDeleted, onClose }: DeleteWithTargetProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const [orders, setOrders] = useState<number>()
  const options = [
    { value: 'unsorted', label: t('place.unsorted') },
    { value: 'archive', label: t('place.archive') },
    ...targets.flatMap(({ name, states }) => states.map((state) => ({ value: String(state.id), label: `${name}: ${state.name}` }))),
  ]
  const [target, setTarget] = useState('unsorted')
  const remove = useSetup((moveTo: MoveTo) => onDelete(moveTo))
  const moveTo = (): MoveTo => {
    if (orders === undefined) return undefined
    return target === 'unsorted' || target === 'archive' ? target : Number(target)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      about={about}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(moveTo(), {
                onSuccess: () => {
                  onClose()
                  onDeleted?.()
                },
                onError: (error) => {
                  if (error instanceof ApiError && error.code === 'orders-need-target')
                    setOrders(needsTarget.safeParse(error.details).data?.orders ?? 1)
                },
              })
            }
          >
            {say('ui.delete')}
          </Button>
        </>
      }
    >
      {orders !== undefined && (
        <Select label={t('setup.moveOrders', { count: orders })} value={target} options={options} onChange={setTarget} />
      )}
    </Dialog>
  )
}
