export const usage = `Leitstand: what engineering really does, joined with what is decided, planned and told.

Usage
  leitstand scan [PATH] [options]   figures about a repository, without server and database
  leitstand forecast [options]      when bets will be done, from a file, without server and database
  leitstand serve [options]         the control room in the browser
  leitstand AREA RECORD VERB        read and write records; leitstand AREA --help says which,
                                    AREA being strategy, roadmap, customers or team
  leitstand attention list          what needs attention
  leitstand link VERB               link records; leitstand link --help says how
  leitstand attachment VERB         upload files and get them; leitstand attachment --help says how
  leitstand record VERB             search records of all types, follow their lines of sight
  leitstand repository VERB         repositories, their scans and their figures
  leitstand component VERB          the catalogue of components
  leitstand bot VERB                by what bots are told from people
  leitstand member VERB             members, their roles, and whose record about a person they are
  leitstand invitation VERB         links by which people join
  leitstand api-key VERB            the keys of programs
  leitstand sign-in-provider VERB   single sign-on by OpenID Connect
  leitstand sample VERB             the sample company, in and out
  leitstand privacy VERB            what is stored about people: told, given out, erased
  leitstand kept-backup VERB        the backups that the server keeps by itself
  leitstand mcp [options]           an agent on standard input and output (MCP)
  leitstand export DIR [options]    all records with history, links and files, readable
  leitstand import DIR [options]    takes such a folder in, all of it or nothing
  leitstand backup FILE [options]   everything in one encrypted file
  leitstand restore FILE [options]  what such a file holds, into a new data folder
  leitstand doctor [options]        whether anything was altered behind Leitstand's back; exit 1 if so
  leitstand init [options]          the owner account of a new data folder
  leitstand reset-password [options]   another password for an account
  leitstand --help | --version

scan: PATH is a folder in or of a git repository; without it, the repository one stands in.
  --json            the whole report as JSON (docs/scan.schema.json)
  --lines           count lines too; takes longer
  --as-of INSTANT   what was known then: 2026-01-31 or 2026-01-31T12:00:00Z; else the last commit
  --window 13w      length of the window in weeks, 1 to 104
  --top N           only the first N rows of each list

forecast: dates with their likelihood, and why (docs/forecast.md).
  --input FILE      teams, their history and the bets as JSON (docs/forecast.schema.json); - for standard input
  --json            the answer as JSON
  --chain           what makes each bet as late as it is
  --sensitivity     what moves each date most; takes longer
  --by DAY          how many bets and changes will be finished by then; may be given again

serve:
  --repo PATH       the repository to read first; else the first page offers the one you stand in
  --port N          4400 unless given; 0 takes a free one
  --data DIR        folder of the database; else Leitstand's own in your data home
  --host ADDRESS    listen on another address than this machine's own; needs an owner account
  --public-url URL  where browsers find it, as in https://leitstand.example.com; needs an owner account

init: prints the workspace and an API key; refuses where there is an account already.
  --data DIR        as above
  --email E         address of the account
  --name N          name of its owner; else the first part of the address
  --password P      its password; better from a pipe with --password-stdin
  --sample          fill the workspace with the sample company
  --json            as JSON

reset-password: signs the account out everywhere, too.
  --data DIR, --email E, --password-stdin   as above

mcp:
  --data DIR        folder of the database, as above
  --read-only       nothing is written

sign-in-provider set NAME ISSUER CLIENT-ID: where members sign in.
  --client-secret-stdin   its secret, on standard input; else the one that is there stays

doctor:
  --since HEAD      also that this head, which an export handed out, is still part of the audit chain

backup, restore:
  --passphrase-stdin  a passphrase, on standard input; else the key that is written to FILE.key
  --key-file KEY    restore: another place of that key
  --erasures LIST   restore: a list of erasures to repeat, besides the one that lies beside the backup

all of these, while a server runs on the folder, too:
  --data DIR        folder of the database; else Leitstand's own in your data home
  --json            the answer as JSON

Exit codes: 0 done, 1 refused (standard error says why), 2 wrong use.
`
