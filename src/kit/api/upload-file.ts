import type { ProblemShape } from '#evidence/shape.ts'
import type { Attachment } from '#kernel/shape.ts'
import { currentLanguage } from '#kit/language/language.ts'
import { apiUrl, ApiProblem, Unreachable } from './request.ts'

/** Uploads a file and tells how far it is, from 0 to 1. What fetch cannot tell is why this is no fetch. */
export function uploadFile(
  file: File,
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl('/attachments', { name: file.name }))
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-leitstand-surface', 'web')
    request.setRequestHeader('accept-language', currentLanguage())
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    )
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as Attachment) // the API's own shape
      else {
        const problem = (request.response ?? {}) as Partial<ProblemShape> // RFC 9457, or nothing where no JSON came
        reject(new ApiProblem(request.status, problem))
      }
    })
    request.addEventListener('error', () => reject(new Unreachable(null)))
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Where a file is to be had under this name. */
export function attachmentUrl({ id, name }: Pick<Attachment, 'id' | 'name'>): string {
  return apiUrl(`/attachments/${id}`, { name })
}
