import { useWords } from '#kit/language/words.ts'
import { accountWords } from './words.ts'

const roles = ['owner', 'leader', 'member', 'guest'] as const

export type RoleName = (typeof roles)[number]

interface RoleSelectProps {
  readonly label: string
  readonly value: RoleName
  readonly onChange: (role: RoleName) => void
  /** Without these. */
  readonly except?: readonly RoleName[]
}

export function RoleSelect({ label, value, onChange, except }: RoleSelectProps) {
  const words = useWords(accountWords)
  const offered = roles.filter((role) => !except?.includes(role))
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = offered.find((role) => role === event.target.value)
        if (chosen) onChange(chosen)
      }}
      className="select text-ink"
    >
      {offered.map((role) => (
        <option key={role} value={role}>
          {words(`role.${role}`)}
        </option>
      ))}
    </select>
  )
}
