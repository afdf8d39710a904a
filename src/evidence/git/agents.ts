import { localPart } from './bots.ts'

/**
 * Coding agents by the addresses they commit under. Names count only where they can be nobody's: a person may be
 * called Claude, Devin or Jules, so those three are agents by address alone.
 */
const agentAddresses: readonly string[] = [
  'noreply@anthropic.com',
  'claude@anthropic.com',
  'copilot@github.com',
  'cursoragent@cursor.com',
  'agent@cursor.com',
  'codex@openai.com',
  'noreply@openai.com',
  'devin@cognition.ai',
  'aider@aider.chat',
  'noreply@aider.chat',
  'gemini-code-assist@google.com',
  'jules@google.com',
  'amp@ampcode.com',
  'noreply@opencode.ai',
  'openhands@all-hands.dev',
  'noreply@zed.dev',
  'qwen-coder@alibabacloud.com',
  'charlie@charlielabs.ai',
]

/** Logins on a forge, the first part of its no-reply addresses. */
const agentLogins: readonly string[] = [
  'claude',
  'claude[bot]',
  'anthropic-claude[bot]',
  'copilot',
  'copilot[bot]',
  'copilot-swe-agent[bot]',
  'cursor[bot]',
  'cursoragent',
  'chatgpt-codex-connector[bot]',
  'codex[bot]',
  'openai-codex[bot]',
  'devin-ai-integration[bot]',
  'gemini-code-assist[bot]',
  'gemini-cli[bot]',
  'google-labs-jules[bot]',
  'openhands-agent',
  'sweep-ai[bot]',
  'factory-droid[bot]',
  'amp-code[bot]',
  'kiro-agent[bot]',
  'lovable-dev[bot]',
  'gpt-engineer-app[bot]',
  'v0[bot]',
  'ellipsis-dev[bot]',
  'korbit-ai[bot]',
  'codegen-sh[bot]',
  'charliecreates[bot]',
  'anthropic-code-agent[bot]',
]

const agentName =
  /^(claude[ -](code|opus|sonnet|haiku|fable|\d)|(github )?copilot( agent| swe agent| autofix\b.*)?$|copilot-swe-agent|cursor ?agent|(openai )?codex( cli)?$|devin ai|devin-ai|gemini[ -](cli|code|\d)|google jules|aider( \(|$)|openhands|amp code|windsurf cascade)/

/** True when a name or address is a coding agent's. */
export function isAgent(name: string, address: string): boolean {
  const lowerName = name.trim().toLowerCase()
  const lowerAddress = address.trim().toLowerCase()
  if (addresses.has(lowerAddress) || agentName.test(lowerName)) return true
  if (logins.has(lowerName) && lowerName.endsWith('[bot]')) return true
  const local = localPart(lowerAddress)
  return logins.has(local) && (local.endsWith('[bot]') || /@users\.noreply\./.test(lowerAddress))
}

/** True when an agent worked under its human's own name, as aider marks it: `Ada (aider)`. */
export function isAgentsMark(name: string): boolean {
  return /.\((aider|claude|copilot|cursor|codex)\)$/i.test(name.trim())
}

const addresses = new Set(agentAddresses)
const logins = new Set(agentLogins)
