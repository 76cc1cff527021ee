import type { sampleSchema } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Skeleton } from '../ui/index.ts'

/** How many people are meant, and the first of them, so that a mistake is seen before it is made. */
export function Sample({ sample, error }: { readonly sample: z.infer<typeof sampleSchema> | undefined; readonly error: boolean }) {
  const { t } = useTranslation('audience')
  if (error) return <p className="text-sm text-danger">{t('failed')}</p>
  if (!sample) return <Skeleton className="h-10" />
  return (
    <div role="status" className="rounded-md bg-sunken p-3 text-sm">
      <p className="font-medium">{t('count', { count: sample.count })}</p>
      {sample.sample.length > 0 && (
        <p className="mt-1 text-xs text-muted">
          {sample.sample.map(({ id, name }) => name || t('noName', { id })).join(', ')}
          {sample.count > sample.sample.length && ` ${t('andMore', { count: sample.count - sample.sample.length })}`}
        </p>
      )}
    </div>
  )
}
