export const words = {
  title: 'Backups',
  lead: 'Leitstand makes one a day by itself while nobody is at work. Each was restored into a second database and compared before it is listed here.',
  kept: 'Kept',
  keptLead:
    'One for each of the last seven days and four weeks; ten made by hand and five from before an upgrade besides.',
  none: 'There is none yet',
  noneText:
    'The first is made as soon as nobody has been at work for five minutes. You can also make one now.',
  make: 'Make one now',
  onItsWay: 'One is being made and tried …',
  when: 'When',
  size: 'Size',
  kind: 'Made',
  file: 'File',
  'kind.by-itself': 'by itself',
  'kind.by-hand': 'by hand',
  'kind.before-upgrade': 'before an upgrade',
  late: 'The last backup is too old',
  lateText: 'There should be none older than thirty hours. Make one now, and look at the log of the server.',
  failed: 'The last backup failed',
  failedText: '{moment}: {message} The older ones are untouched. Id in the log: {id}',
  restore: 'Restoring one',
  restoreLead:
    'On this machine or another, into a new folder. Who was erased since is erased again, as far as the list beside the backups says.',
  anyFile: 'FILE.backup',
  newFolder: 'NEW',
  folder: 'The files lie in',
  key: 'What opens them is the key in',
  keyFromEnvironment: 'What opens them is the key in the variable LEITSTAND_BACKUP_KEY.',
  keepKey:
    'Keep a copy of the key somewhere else, a password manager for instance. Without it nobody can open a backup, on whatever machine.',
  disk: 'As long as the files lie on the disk of the data folder they do not help when that disk is lost. Set LEITSTAND_BACKUPS to a folder on another one, or copy them there.',
}
