// The door for what runs in a browser: it describes, and loads neither database nor validator.
export type {
  AccountShape,
  ApiKeyShape,
  InvitationShape,
  MemberShape,
  PasskeyShape,
  ProviderShape,
  SessionShape,
  WaysInShape,
} from './access/access-shape.ts'
export type { BackupsShape } from './backup/kept/backup-shape.ts'
export type { ReaderShape } from './receipts/reader-shape.ts'
export type { AddedToSample, StartShape } from './sample/sample-shape.ts'
