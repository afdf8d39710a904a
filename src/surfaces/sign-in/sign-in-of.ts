import type { Kernel } from '#kernel'
import type { SignIn, SignInSettings } from './sign-in.ts'

interface Configured {
  readonly settings: SignInSettings & { readonly isPublic: boolean }
  opened?: Promise<SignIn>
}

const byKernel = new WeakMap<Kernel, Configured>()

/** Says how one signs in to the kernel. `isPublic`: others than this machine reach it, so nobody is let in unasked. */
export function configureSignIn(kernel: Kernel, settings: Configured['settings']): void {
  byKernel.set(kernel, { settings })
}

/** Whether others than this machine reach the kernel. */
export function isPublic(kernel: Kernel): boolean {
  return byKernel.get(kernel)?.settings.isPublic ?? false
}

/** Where browsers find the server of the kernel: what passkeys and a provider are bound to. */
export function signInAddress(kernel: Kernel): string {
  const address = byKernel.get(kernel)?.settings.address
  if (address === undefined) throw new Error('This kernel was not configured for signing in.')
  return address
}

/** Signing in to the kernel; loaded when it is first needed, because the start must not wait for it. */
export function signInOf(kernel: Kernel): Promise<SignIn> {
  const configured = byKernel.get(kernel)
  if (!configured) throw new Error('This kernel was not configured for signing in.')
  return (configured.opened ??= import('./sign-in.ts').then(({ openSignIn }) =>
    openSignIn(kernel, configured.settings),
  ))
}
