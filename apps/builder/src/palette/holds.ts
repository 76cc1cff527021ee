/** Whether a title fits what is searched for. */
export const holds = (title: string, query: string): boolean => normal(title).includes(normal(query))

const normal = (text: string): string => text.trim().toLocaleLowerCase().replaceAll('ё', 'е')
