import { FileSpreadsheet, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import { mostClients, readClientNumbers } from './read-client-numbers.ts'

interface ClientsFileProps {
  /** Undefined: no file, so that nobody is left out for its sake. */
  readonly clients: readonly number[] | undefined
  onChange(clients: number[] | undefined): void
}

/** Only the people of a CSV file: their numbers stand in its first column. */
export function ClientsFile({ clients, onChange }: ClientsFileProps) {
  const { t } = useTranslation('audience')
  const [fault, setFault] = useState<'none' | 'many'>()
  const field = useRef<HTMLInputElement>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const numbers = readClientNumbers(new Uint8Array(await file.arrayBuffer()))
    const wrong = !numbers.length ? 'none' : numbers.length > mostClients ? 'many' : undefined
    setFault(wrong)
    if (!wrong) onChange(numbers)
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <input
        ref={field}
        type="file"
        accept=".csv,.txt,text/csv"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('file.choose')}
        onChange={({ target }) => {
          void choose(target.files?.[0])
          target.value = ''
        }}
      />
      <Button small icon={<FileSpreadsheet size={14} aria-hidden />} onClick={() => field.current?.click()}>
        {t('file.choose')}
      </Button>
      {clients ? (
        <>
          <span>{t('file.chosen', { count: clients.length })}</span>
          <Button small look="quiet" icon={<X size={14} aria-hidden />} onClick={() => onChange(undefined)}>
            {t('file.remove')}
          </Button>
        </>
      ) : (
        !fault && <span className="text-xs text-faint">{t('file.hint')}</span>
      )}
      {fault && (
        <span role="alert" className="text-xs text-danger">
          {t(`file.${fault}`, { most: mostClients })}
        </span>
      )}
    </div>
  )
}
