const MOST_OF_A_LABEL = 48

/** Whether a source is an address that can be opened. */
export const isAddress = (source: string): boolean => /^https?:\/\/[^\s<>|]+$/.test(source)

/** An address as people read it: without protocol, `www.` and query, the end of a long path left out. */
export function addressLabel(address: string): string {
  const { hostname, pathname } = new URL(address)
  const host = hostname.replace(/^www\./, '')
  const path = pathname.replace(/\/$/, '')
  const label = host + path
  return label.length <= MOST_OF_A_LABEL ? label : `${label.slice(0, MOST_OF_A_LABEL - 1)}…`
}
