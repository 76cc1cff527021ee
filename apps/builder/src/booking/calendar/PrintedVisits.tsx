import type { Branch } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { dayText } from '../../tasks/days.ts'
import type { CalendarColumn } from './columns.ts'

interface PrintedVisitsProps {
  readonly branch: Branch
  readonly columns: readonly CalendarColumn[]
}

/** The calendar on paper: a list for each employee and day, which is what hangs at the reception. On the screen it is not there. */
export function PrintedVisits({ branch, columns }: PrintedVisitsProps) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  return (
    <div aria-hidden className="hidden text-black print:block">
      <p className="text-lg font-semibold">{branch.name}</p>
      {columns
        .filter(({ visits }) => visits.length)
        .map(({ key, date, employee, visits }) => (
          <table key={key} className="mt-4 w-full table-fixed break-inside-avoid border-collapse text-sm">
            <caption className="py-1 text-left font-semibold">
              {employee.name}, {dayText(date, language, 'long')}
            </caption>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id} className="border-t border-black/30">
                  <td className="w-28 py-1 tabular-nums">
                    {visit.time}–{visit.until}
                  </td>
                  <td className="w-1/4 py-1 pr-3">{visit.client.name || t('visit.noName')}</td>
                  <td className="w-36 py-1 pr-3 whitespace-nowrap">{visit.client.phone}</td>
                  <td className="w-1/4 py-1 pr-3">{visit.services.map(({ title }) => title).join(', ') || visit.name}</td>
                  <td className="py-1">{visit.comment}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
  )
}
