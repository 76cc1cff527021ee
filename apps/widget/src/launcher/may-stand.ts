/** Whether the settings let the chat stand on this site: the browser shows it nowhere else, so there the button is left out as well. */
export function mayStand(sites: readonly string[], { host, hostname }: Pick<Location, 'host' | 'hostname'>): boolean {
  return (
    !sites.length ||
    sites.some((site) => {
      const named = site.toLowerCase()
      const own = /:\d+$/.test(named) ? host : hostname
      return named.startsWith('*.') ? own.endsWith(named.slice(1)) : own === named
    })
  )
}
