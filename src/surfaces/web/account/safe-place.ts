/** Where to go on after signing in: a page of this server, or the first one for everything else. */
export function safePlace(next: unknown, origin: string): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const place = new URL(next, origin)
  return place.origin === origin ? place.pathname + place.search + place.hash : '/'
}
