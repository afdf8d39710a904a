/** Sources as they were given, with their addresses as links. */
export function Sources({ sources }: { readonly sources: readonly string[] }) {
  if (sources.length === 1) return <Source text={sources[0] ?? ''} />
  return (
    <ul className="flex flex-col gap-1">
      {sources.map((source) => (
        <li key={source}>
          <Source text={source} />
        </li>
      ))}
    </ul>
  )
}

function Source({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s)]+[^\s).,;])/)
  return (
    <span className="wrap-anywhere">
      {parts.map((part, index) =>
        // Every second part is an address.
        index % 2 === 0 ? (
          part
        ) : (
          <a
            key={part}
            href={part}
            target="_blank"
            rel="noreferrer"
            className="text-accent underline underline-offset-2"
          >
            {part.replace(/^https?:\/\//, '')}
          </a>
        ),
      )}
    </span>
  )
}
