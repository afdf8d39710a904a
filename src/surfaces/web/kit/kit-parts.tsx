import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ApiProblem } from '#kit/api/request.ts'
import { NeighbourGraph } from '#kit/charts/neighbour-graph.tsx'
import { Uploads } from '#kit/fields/controls/attachments-control.tsx'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { Drawer } from '#kit/page/drawer.tsx'
import { Menu } from '#kit/page/menu.tsx'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { Note } from '#kit/page/note.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { showToast } from '#kit/toast/toast-store.ts'
import { kitPageWords } from './words/words.ts'

const middle = 'GOAL-2'

/** The parts that are no fields, to be looked at and pressed. */
export function KitParts() {
  const words = useWords(kitPageWords)
  const [isOpen, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const back = { label: words('undo'), run: () => showToast({ text: words('undone') }) }
  return (
    <div className="grid grid-cols-1 gap-10 sm:grid-cols-2">
      <Part title={words('buttons')}>
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button-primary">
            <Plus size={14} aria-hidden="true" /> {words('button')}
          </button>
          <button type="button" className="button">
            {words('quiet')}
          </button>
          <button type="button" disabled className="button-primary">
            {words('busy')}
          </button>
          <button type="button" className="button-primary button-final">
            {words('final')}
          </button>
          <Menu label={words('menu')}>{words('menuText')}</Menu>
        </div>
      </Part>
      <Part title={words('toasts')}>
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button" onClick={() => showToast({ text: words('toastText') })}>
            {words('toast')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => showToast({ text: words('toastText'), action: back })}
          >
            {words('toastUndo')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => showToast({ text: words('toastFailed'), isBad: true })}
          >
            {words('toastBad')}
          </button>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {words('drawer')}
          </button>
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {words('confirm')}
          </button>
        </div>
      </Part>
      <Part title={words('notes')}>
        <div className="flex flex-col gap-5">
          <Note title={words('note')}>{words('noteText')}</Note>
          <ProblemNote
            error={new ApiProblem(404, { detail: words('problem'), hint: words('hint') })}
            again={() => {}}
          />
          <ProblemNote error={new ApiProblem(409, { detail: words('fault') })} isAct />
          <NotForYou />
        </div>
      </Part>
      <Part title={words('uploads')}>
        <Uploads
          uploads={[
            { number: 1, name: 'onboarding.pptx', share: 0.4 },
            { number: 2, name: 'a.png', share: 0, problem: words('uploadFailed') },
          ]}
          onEnd={() => {}}
        />
      </Part>
      <Part title={words('skeletons')}>
        <div className="flex flex-col gap-3">
          {['w-1/2', 'w-full', 'w-5/6'].map((width) => (
            <div key={width} className={`h-5 rounded-xs bg-sunk ${width}`} />
          ))}
        </div>
      </Part>
      <div className="sm:col-span-2">
        <Part title={words('neighbours')}>
          <NeighbourGraph
            label={words('neighbours')}
            middle={middle}
            left={[
              {
                name: words('blockedBy'),
                neighbours: [
                  { key: 'GOAL-3', title: words('goal') },
                  { key: 'GOAL-4', title: words('goal') },
                ],
                rest: words('rest'),
              },
            ]}
            right={[{ name: words('serves'), neighbours: [{ key: 'GOAL-1', title: words('goal') }] }]}
            onSelect={() => {}}
          />
        </Part>
      </div>
      {isOpen && (
        <Drawer title={words('drawer')} onClose={() => setOpen(false)}>
          {words('drawerText')}
        </Drawer>
      )}
      {isAsked && (
        <ConfirmDialog
          title={words('confirmTitle')}
          action={words('final')}
          isPending={false}
          error={null}
          onConfirm={() => setAsked(false)}
          onClose={() => setAsked(false)}
        >
          <p>{words('confirmText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-3 text-ink-3">{title}</h3>
      {children}
    </div>
  )
}
