import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ApiError } from '../../app/api-error.ts'
import { useFailureText } from '../use-failure-text.ts'

const timesSchema = z.object({ times: z.array(z.string()) })
const mostTold = 5

/** Why a visit was refused; where its time is taken, with some that are free. */
export function useVisitFailure(): (error: unknown) => string {
  const { t } = useTranslation('booking')
  const failureText = useFailureText()
  return (error) => {
    const text = failureText(error)
    const read = error instanceof ApiError && error.code === 'slot-taken' ? timesSchema.safeParse(error.details) : undefined
    if (!read?.success || !read.data.times.length) return text
    return `${text} ${t('conflict.free', { times: read.data.times.slice(0, mostTold).join(', ') })}`
  }
}
