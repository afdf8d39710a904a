// The door for what runs in a browser: it describes, and loads neither database nor validator.
export type {
  AccountShape,
  ApiKeyShape,
  InvitationShape,
  MemberShape,
  SessionShape,
} from './access/access-shape.ts'
export type { BackupsShape } from './backup/kept/backup-shape.ts'
