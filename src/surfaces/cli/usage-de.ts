/** The same as `usage`, for whoever reads German. */
export const usageInGerman = `Leitstand: was die Entwicklung wirklich tut, verbunden mit dem, was entschieden, geplant und gesagt wird.

Aufruf
  leitstand scan [PATH] [options]   Kennzahlen zu einem Repository, ohne Server und Datenbank
  leitstand forecast [options]      wann Wetten fertig werden, aus einer Datei, ohne Server und Datenbank
  leitstand serve [options]         der Leitstand im Browser
  leitstand AREA RECORD VERB        Datensätze lesen und schreiben; leitstand AREA --help sagt, welche,
                                    AREA ist strategy, roadmap, customers oder team
  leitstand attention list          was Aufmerksamkeit braucht
  leitstand link VERB               Datensätze verbinden; leitstand link --help sagt, wie
  leitstand attachment VERB         Dateien hochladen und holen; leitstand attachment --help sagt, wie
  leitstand record VERB             Datensätze aller Arten suchen, ihren Sichtlinien folgen
  leitstand repository VERB         Repositorys, ihre Scans und ihre Zahlen
  leitstand component VERB          der Katalog der Komponenten
  leitstand bot VERB                woran Bots von Menschen unterschieden werden
  leitstand member VERB             Mitglieder, ihre Rollen, und wessen Personendatensatz sie sind
  leitstand invitation VERB         Links, mit denen Menschen beitreten
  leitstand api-key VERB            die Schlüssel von Programmen
  leitstand sign-in-provider VERB   Single Sign-on mit OpenID Connect
  leitstand sample VERB             die Beispielfirma, herein und hinaus
  leitstand privacy VERB            was über Menschen gespeichert ist: gesagt, herausgegeben, gelöscht
  leitstand kept-backup VERB        die Sicherungen, die der Server von selbst aufhebt
  leitstand mcp [options]           ein Agent auf Standardein- und -ausgabe (MCP)
  leitstand export DIR [options]    alle Datensätze mit Verlauf, Verbindungen und Dateien, lesbar
  leitstand import DIR [options]    nimmt einen solchen Ordner auf, ganz oder gar nicht
  leitstand backup FILE [options]   alles in einer verschlüsselten Datei
  leitstand restore FILE [options]  was eine solche Datei enthält, in einen neuen Datenordner
  leitstand doctor [options]        ob etwas an Leitstand vorbei verändert wurde; dann Exit-Code 1
  leitstand init [options]          das Inhaberkonto eines neuen Datenordners
  leitstand reset-password [options]   ein anderes Passwort für ein Konto
  leitstand --help | --version

scan: PATH ist ein Ordner in oder mit einem Git-Repository; ohne Angabe das, in dem Du stehst.
  --json            der ganze Bericht als JSON (docs/scan.schema.json)
  --lines           auch Zeilen zählen; dauert länger
  --as-of INSTANT   was damals bekannt war: 2026-01-31 oder 2026-01-31T12:00:00Z; sonst der letzte Commit
  --window 13w      Länge des Zeitraums in Wochen, 1 bis 104
  --top N           nur die ersten N Zeilen jeder Liste

forecast: Daten mit ihrer Wahrscheinlichkeit, und warum (docs/forecast.md).
  --input FILE      Teams, ihre Historie und die Wetten als JSON (docs/forecast.schema.json); - für die Standardeingabe
  --json            die Antwort als JSON
  --chain           was jede Wette aufhält
  --sensitivity     was jedes Datum am meisten bewegt; dauert länger
  --by DAY          wie viele Wetten und Änderungen bis dahin fertig sind; darf mehrmals stehen

serve:
  --repo PATH       das Repository, das zuerst gelesen wird; sonst bietet die erste Seite das an, in dem du stehst
  --port N          4400, wenn nichts anderes gesagt ist; 0 nimmt einen freien
  --data DIR        Ordner der Datenbank; sonst der von Leitstand selbst bei Deinen Daten
  --host ADDRESS    auf einer anderen Adresse als der dieses Rechners hören; nur mit Inhaberkonto
  --public-url URL  wo Browser ihn finden, wie https://leitstand.example.com; nur mit Inhaberkonto

init: gibt den Arbeitsbereich und einen API-Schlüssel aus; lehnt ab, wo es schon ein Konto gibt.
  --data DIR        wie oben
  --email E         Adresse des Kontos
  --name N          Name dazu; sonst der erste Teil der Adresse
  --password P      das Passwort; besser über --password-stdin
  --sample          den Arbeitsbereich mit der Beispielfirma füllen
  --json            als JSON

reset-password: meldet das Konto auch überall ab.
  --data DIR, --email E, --password-stdin   wie oben

mcp:
  --data DIR        Ordner der Datenbank, wie oben
  --read-only       es wird nichts geschrieben

sign-in-provider set NAME ISSUER CLIENT-ID: wo sich Mitglieder anmelden.
  --client-secret-stdin   das Geheimnis, auf der Standardeingabe; sonst bleibt das bisherige

doctor:
  --since HEAD      auch, dass dieses Ende, das ein Export ausgab, noch Teil der Audit-Kette ist

backup, restore:
  --passphrase-stdin  eine Passphrase, über die Standardeingabe; sonst der Schlüssel in FILE.key
  --key-file KEY    restore: ein anderer Ort dieses Schlüssels
  --erasures LIST   restore: eine Liste von Löschungen, die zu wiederholen sind, außer der neben der Sicherung

für alle diese, auch während auf dem Ordner ein Server läuft:
  --data DIR        Ordner der Datenbank; sonst der von Leitstand selbst bei Deinen Daten
  --json            die Antwort als JSON

Exit-Codes: 0 getan, 1 abgelehnt (die Fehlerausgabe sagt, warum), 2 falscher Aufruf.
`
