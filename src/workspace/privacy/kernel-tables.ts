import { aboutNobody, aboutPeople, type StoredTable } from '#kernel/store/stored-table.ts'

const always = { en: 'as long as the workspace', de: 'so lange wie der Arbeitsbereich' }
const untilErased = { en: 'until the person is erased', de: 'bis die Person gelöscht wird' }
const untilRemoved = {
  en: 'until the member is removed or the person erased',
  de: 'bis das Mitglied entfernt oder die Person gelöscht wird',
}

/** What of people is in the tables that are not those of a type of record: of records, access, search and jobs. */
export const kernelTables: readonly StoredTable[] = [
  aboutPeople(
    'record',
    {
      en: 'the title of each record, and under which pseudonymous id it was written',
      de: 'der Titel jedes Datensatzes, und unter welcher pseudonymen Kennung er geschrieben wurde',
    },
    untilErased,
  ),
  aboutPeople(
    'record_version',
    {
      en: 'every version of each record, with who wrote it under a pseudonymous id, when and from where',
      de: 'jede Version jedes Datensatzes, und wer sie unter einer pseudonymen Kennung wann und von wo schrieb',
    },
    {
      en: 'the values until the person is erased or their time is over; who wrote when, as long as the record',
      de: 'die Werte, bis die Person gelöscht wird oder ihre Zeit abläuft; wer wann schrieb, so lange wie der Datensatz',
    },
  ),
  aboutPeople(
    'version_salt',
    {
      en: 'a number made by chance for each imported record, without which what the audit keeps of its old versions tells nothing',
      de: 'eine Zufallszahl zu jedem importierten Datensatz, ohne die nichts aussagt, was der Audit von dessen alten Versionen behält',
    },
    untilErased,
  ),
  aboutPeople(
    'link',
    {
      en: 'which records belong together, and under which pseudonymous id that was said',
      de: 'welche Datensätze zusammengehören, und unter welcher pseudonymen Kennung das gesagt wurde',
    },
    { en: 'as long as both records', de: 'so lange wie beide Datensätze' },
  ),
  aboutPeople(
    'audit',
    {
      en: 'who did what to what under a pseudonymous id and when, and what was written',
      de: 'wer unter einer pseudonymen Kennung wann was womit tat, und was geschrieben wurde',
    },
    {
      en: 'what was written until the person is erased; that it was done, as long as the workspace',
      de: 'was geschrieben wurde, bis die Person gelöscht wird; dass es geschah, so lange wie der Arbeitsbereich',
    },
  ),
  aboutPeople(
    'erasure',
    {
      en: 'which records were erased, with the pseudonymous ids of their account and of who did it, and when; nothing of what was in them',
      de: 'welche Datensätze wann gelöscht wurden, mit den pseudonymen Kennungen ihres Kontos und dessen, der es tat; nichts aus ihnen',
    },
    always,
  ),
  aboutPeople(
    'search_entry',
    { en: 'the words by which records are found', de: 'die Wörter, unter denen Datensätze gefunden werden' },
    untilErased,
  ),
  aboutPeople(
    'performed_once',
    {
      en: 'that a request was carried out, under a pseudonymous id',
      de: 'dass eine Anfrage ausgeführt wurde, unter einer pseudonymen Kennung',
    },
    untilErased,
  ),
  aboutPeople(
    'sign_in_user',
    { en: 'name and address of an account', de: 'Name und Adresse eines Kontos' },
    {
      en: 'the address until the member is removed, the name until the person is erased',
      de: 'die Adresse, bis das Mitglied entfernt wird, der Name, bis die Person gelöscht wird',
    },
  ),
  aboutPeople(
    'sign_in_session',
    {
      en: 'browsers that are signed in, with their network address',
      de: 'angemeldete Browser mit ihrer Netzadresse',
    },
    { en: 'until they sign out or expire', de: 'bis zur Abmeldung oder zum Ablauf' },
  ),
  aboutPeople(
    'sign_in_credential',
    {
      en: 'the hash of a password, or another provider’s id of the account',
      de: 'der Hash eines Passworts, oder die Kennung des Kontos bei einem anderen Anbieter',
    },
    untilRemoved,
  ),
  aboutPeople(
    'sign_in_passkey',
    {
      en: 'the public part of a passkey, what it is called, when it was last used',
      de: 'der öffentliche Teil eines Passkeys, wie er heißt, wann er zuletzt benutzt wurde',
    },
    untilRemoved,
  ),
  aboutPeople(
    'sign_in_verification',
    {
      en: 'what a sign-in that has begun still waits for',
      de: 'worauf eine begonnene Anmeldung noch wartet',
    },
    { en: 'until it expires', de: 'bis zum Ablauf' },
  ),
  aboutPeople(
    'sign_in_attempt',
    {
      en: 'how often somebody tried to sign in or read a calendar, under a keyed hash',
      de: 'wie oft jemand sich anzumelden oder einen Kalender zu lesen versuchte, unter einem Hash mit Schlüssel',
    },
    { en: 'until the limit has passed', de: 'bis die Sperrfrist vorbei ist' },
  ),
  aboutPeople(
    'membership',
    {
      en: 'who belongs to the workspace, as what and since when, and which person’s record is theirs or may be',
      de: 'wer zum Arbeitsbereich gehört, als was und seit wann, und welcher Personendatensatz dazu gehört oder gehören könnte',
    },
    {
      en: 'that somebody belonged, as long as the workspace; whose record is theirs until they are removed or the person erased',
      de: 'dass jemand dazugehörte, so lange wie der Arbeitsbereich; wessen Datensatz es ist, bis das Mitglied entfernt oder die Person gelöscht wird',
    },
  ),
  aboutPeople(
    'invitation',
    {
      en: 'who invited whom as what, under pseudonymous ids',
      de: 'wer wen als was eingeladen hat, unter pseudonymen Kennungen',
    },
    always,
  ),
  aboutPeople(
    'api_key',
    {
      en: 'whose key it is, what it is called, when it was last used',
      de: 'wem ein Schlüssel gehört, wie er heißt, wann er zuletzt benutzt wurde',
    },
    { en: 'the name until the person is erased', de: 'der Name, bis die Person gelöscht wird' },
  ),
  aboutPeople(
    'reading_receipt',
    {
      en: 'who said to have read which edition of a vision, under a pseudonymous id, and on which day',
      de: 'wer gesagt hat, welche Ausgabe einer Vision gelesen zu haben, unter einer pseudonymen Kennung, und an welchem Tag',
    },
    {
      en: 'until it is taken back or the person erased, as long as the record',
      de: 'bis es zurückgenommen oder die Person gelöscht wird, so lange wie der Datensatz',
    },
  ),
  aboutPeople(
    'attachment',
    {
      en: 'files that people have attached to records, with whatever is in them',
      de: 'Dateien, die Menschen an Datensätze angehängt haben, mit allem, was in ihnen steht',
    },
    {
      en: 'until no version of a record names them; what a person’s record alone names goes with its erasure',
      de: 'bis keine Version eines Datensatzes sie mehr nennt; was nur der Datensatz einer Person nennt, geht mit dessen Löschung',
    },
  ),
  aboutPeople(
    'attachment_upload',
    {
      en: 'who uploaded a file that no record names yet, under a pseudonymous id, and what it is called',
      de: 'wer eine Datei hochgeladen hat, die noch kein Datensatz nennt, unter einer pseudonymen Kennung, und wie sie heißt',
    },
    { en: 'until a record names it, a day at most', de: 'bis ein Datensatz sie nennt, höchstens einen Tag' },
  ),
  aboutPeople(
    'attachment_use',
    {
      en: 'which record names which file, and under which name',
      de: 'welcher Datensatz welche Datei nennt, und unter welchem Namen',
    },
    untilErased,
  ),
  ...[
    'workspace',
    'audit_head',
    'record_number',
    'sign_in_provider',
    'sample',
    'kysely_migration',
    'kysely_migration_lock',
    'pgboss.*',
  ].map(aboutNobody),
]
