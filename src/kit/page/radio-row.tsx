interface RadioRowProps<Value extends string | number> {
  readonly legend: string
  /** Of the group of radio buttons; one of its own on the page. */
  readonly name: string
  readonly options: readonly {
    readonly value: Value
    readonly label: string
    /** What it is called where the label alone says too little. */
    readonly fullName?: string
  }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Whether the legend stands before the options. */
  readonly isLegendShown?: boolean
}

/** One of a few, side by side; the one that is chosen is underlined. */
export function RadioRow<Value extends string | number>({
  legend,
  name,
  options,
  value,
  onChange,
  isLegendShown = false,
}: RadioRowProps<Value>) {
  return (
    <fieldset className="flex flex-wrap items-center">
      <legend className={isLegendShown ? 'float-left mr-1 flex h-8 items-center text-ink-3' : 'sr-only'}>
        {legend}
      </legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex h-8 cursor-pointer items-center px-2 text-ink-2 has-checked:font-medium has-checked:text-ink has-checked:shadow-[inset_0_-2px_0_var(--color-accent)] has-focus-visible:outline-2 has-focus-visible:outline-accent hover:text-ink"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            {...(option.fullName !== undefined && { 'aria-label': option.fullName })}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
