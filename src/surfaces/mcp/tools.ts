import type { Tool } from './tool.ts'
import { verbTools } from './tools/area-verbs.ts'
import { describeTool } from './tools/describe.ts'
import { historyTool } from './tools/history.ts'
import { lineOfSightTool, linksTool, linkTool, unlinkTool } from './tools/links.ts'
import { uploadTool } from './tools/files.ts'
import { factsTool, measuresTool, repositoriesTool, rowsTool, scanTool } from './tools/measures.ts'
import { membersTool } from './tools/members.ts'
import { backUpTool, storedAboutTool, workspaceTool } from './tools/workspace.ts'
import { findTool, getTool, listTool } from './tools/read.ts'
import { archiveTool, changeTool, createTool, restoreTool } from './tools/write.ts'

/** All that an agent can do, in the order in which it is likely to need it. */
export const tools: readonly Tool[] = [
  describeTool,
  findTool,
  getTool,
  listTool,
  createTool,
  changeTool,
  archiveTool,
  restoreTool,
  uploadTool,
  historyTool,
  linkTool,
  unlinkTool,
  linksTool,
  lineOfSightTool,
  membersTool,
  repositoriesTool,
  measuresTool,
  factsTool,
  rowsTool,
  scanTool,
  workspaceTool,
  storedAboutTool,
  backUpTool,
  ...verbTools,
]
