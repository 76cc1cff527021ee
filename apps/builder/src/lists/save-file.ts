/** Hands the browser a CSV file to save. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function saveFile(name: string, content: string): void {
  const mark = content.startsWith('\ufeff') ? '' : '\ufeff'
  const url = URL.createObjectURL(new Blob([mark, content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.endsWith('.csv') ? name : `${name}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
