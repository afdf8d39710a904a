export const words = {
  'start.title': 'What shall Leitstand begin with?',
  'start.lead': 'Nothing is here yet. Whatever you choose stays on this machine.',
  'start.repository': 'My repository',
  'start.repositoryText':
    'Its history is read and never written to. The first figures appear within seconds, goals and teams come later.',
  'start.repositoryHere': 'You started Leitstand in this repository.',
  'start.sample': 'Sample company',
  'start.sampleText':
    'Larkenfeld, made up: 24 people in four teams, eighteen months of goals and a history of commits. To look around without anything of your own; one click removes it.',
  'start.sampleSubmit': 'Look at the sample company',
  'start.samplePending': 'Making up eighteen months',
  'start.empty': 'Empty',
  'start.emptyText':
    'Write the first goal yourself. Repositories, teams and people can be added at any time.',
  'start.emptySubmit': 'Begin with a goal',
  'start.restore': 'Restore a backup',
  'start.restoreText':
    'The file that leitstand backup wrote, with its key or passphrase. Accounts come from the backup, too: afterwards you sign in as you did there.',
  'start.restoreElsewhere':
    'With a PostgreSQL of its own a backup goes into an empty database, with the server stopped:',
  'start.restoreCommand': 'leitstand restore FILE',
  'start.file': 'Backup',
  'start.chooseFile': 'Choose a file',
  'start.noFile': 'none chosen',
  'start.secret': 'Key or passphrase',
  'start.secretHint': 'The key is what FILE.key holds: 64 digits and letters.',
  'start.restoreSubmit': 'Restore it',
  'start.restorePending': 'Restoring and comparing',
  'start.restored': 'Restored, and compared with what was backed up.',
}
