import { clearBindings } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, toast } from '../ui/index.ts'

/** Frees the clients from those who answer them. */
export function Bindings() {
  const { t } = useTranslation('operators')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [sure, setSure] = useState(false)
  const clear = useMutation({
    mutationFn: () => call(clearBindings, { projectId }),
    onSuccess: ({ freed }) => toast(t('bindings.freed', { count: freed })),
    onError: () => toast.error(t('failed')),
    onSettled: async () => {
      setSure(false)
      await queries.invalidateQueries({ queryKey: ['clients', projectId] })
      await queries.invalidateQueries({ queryKey: ['operators', projectId] })
    },
  })
  return (
    <>
      <Button look="risky" icon={<UserRoundX size={14} aria-hidden />} onClick={() => setSure(true)}>
        {t('bindings.clear')}
      </Button>
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={t('bindings.title')}
        about={t('bindings.about')}
        actions={
          <>
            <Button onClick={() => setSure(false)}>{say('ui.cancel')}</Button>
            <Button look="danger" busy={clear.isPending} onClick={() => clear.mutate()}>
              {t('bindings.clear')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </>
  )
}
