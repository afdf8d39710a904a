/** The surfaces on which programs, people at a machine and agents come. */
export type Way = 'api' | 'cli' | 'mcp'

const byItself = 'the program does it by itself'
const inAProgram = 'for the holder of a link or a session, which has none here'
const oneOfMany = 'an agent reads and writes records one at a time; whole folders are for people'
const withABrowser = 'a browser or a provider has to vouch; src/surfaces/api/ways-in.real.test.ts does it'

/** What a surface does not reach, each with the reason why not. What only a person may do needs none for agents. */
export const notReached: Readonly<Record<Way, Readonly<Record<string, string>>>> = {
  api: {
    'attachment.remove-unnamed': byItself,
    'roadmap.keep-forecast': byItself,
    'privacy.forget': byItself,
    'privacy.list-due': byItself,
    'privacy.list-erasures': byItself,
    'privacy.repeat-erasures': byItself,
    'record.changes': 'the stream of events asks it, again and again',
    'workspace.init': 'the first screen makes the account, and keys apart from it',
    'account.reset-password': 'whoever has lost theirs cannot ask; only the machine itself is believed',
    'workspace.export': 'the command writes a folder, through the server too',
    'workspace.import': 'the command reads a folder, through the server too',
    'passkey.add': withABrowser,
    'passkey.rename': withABrowser,
    'passkey.remove': withABrowser,
    'sign-in-provider.connect': withABrowser,
    'sign-in-provider.set': withABrowser,
    'invitation.accept-by-provider': withABrowser,
  },
  cli: {
    'attachment.remove-unnamed': byItself,
    'roadmap.keep-forecast': byItself,
    'privacy.forget': byItself,
    'privacy.list-due': byItself,
    'privacy.list-erasures': byItself,
    'privacy.repeat-erasures': byItself,
    'record.changes': 'a command ends before anything changes',
    'account.change-password': inAProgram,
    'api-key.create': 'a key acts in the name of an account; init makes the first',
    'session.list': inAProgram,
    'session.revoke': inAProgram,
    'way-in.list': inAProgram,
    'passkey.add': inAProgram,
    'passkey.rename': inAProgram,
    'passkey.remove': inAProgram,
    'sign-in-provider.connect': inAProgram,
    'member.propose-person': inAProgram,
    'invitation.show': inAProgram,
    'invitation.accept': inAProgram,
    'invitation.accept-by-provider': inAProgram,
  },
  mcp: {
    'attachment.remove-unnamed': byItself,
    'roadmap.keep-forecast': byItself,
    'privacy.forget': byItself,
    'privacy.list-due': byItself,
    'privacy.list-erasures': byItself,
    'privacy.repeat-erasures': byItself,
    'record.changes': 'over HTTP an agent has no session in which it could be told',
    'workspace.export': oneOfMany,
    'invitation.show': inAProgram,
    'invitation.accept': inAProgram,
    'invitation.accept-by-provider': inAProgram,
  },
}
