import { orderConflictSchema } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { usePipelines } from './use-pipelines.ts'
import { placeName } from './place.ts'

/** Why the server refused something about an order, in the words of a person; `otherwise` when there is nothing to add. */
export function useFailureText(): (error: unknown, otherwise: string) => string {
  const { t } = useTranslation('orders')
  const refusal = useRefusalText()
  const { data: pipelines = [] } = usePipelines()
  return (error, otherwise) => {
    if (!(error instanceof ApiError)) return otherwise
    switch (error.code) {
      case 'order-changed': {
        const read = orderConflictSchema.safeParse(error.details)
        if (!read.success) return t('failed.changed')
        const { order, conflicts } = read.data
        return t('failed.changedTo', { place: placeName(t, pipelines, order.at), who: conflicts[0]?.by || t('failed.somebody') })
      }
      case 'move-forbidden':
        return t('failed.forbidden')
      case 'slot-taken':
        return t('failed.slotTaken')
      default:
        return refusal(error, otherwise)
    }
  }
}
