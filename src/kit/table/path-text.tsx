/** A path whose folder gives way first: the file's own name is what one looks for. */
export function PathText({ path }: { readonly path: string }) {
  const cut = path.lastIndexOf('/') + 1
  return (
    <span className="flex min-w-0 font-mono text-xs" title={path}>
      {cut > 0 && <span className="min-w-[2ch] shrink-[9999] truncate text-ink-3">{path.slice(0, cut)}</span>}
      <span className="truncate">{path.slice(cut)}</span>
    </span>
  )
}
