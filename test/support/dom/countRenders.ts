/** What is used of React's own record of a component: https://github.com/facebook/react/tree/main/packages/react-reconciler */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

/** Function components, also within `memo`. */
const FUNCTION_COMPONENTS: ReadonlySet<number> = new Set([0, 11, 15]);
const PERFORMED_WORK = 1;

let counting: { commits: number; rendered: string[] } | null = null;

// React tells developer tools of every commit, if they are there when it is loaded.
(globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: object }).__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberUnmount: () => {},
  onCommitFiberRoot: (_id: number, { current }: { current: Fiber }) => {
    if (!counting) return;
    counting.commits += 1;
    collect(current, counting.rendered);
  },
};

/** Adds the names of the components that were rendered for this commit; a subtree that was kept is not looked into. */
function collect(fiber: Fiber, rendered: string[]): void {
  if (FUNCTION_COMPONENTS.has(fiber.tag) && fiber.flags & PERFORMED_WORK) rendered.push(nameOf(fiber.type));
  if (fiber.alternate && fiber.alternate.child === fiber.child) return;
  for (let child = fiber.child; child; child = child.sibling) collect(child, rendered);
}

function nameOf(type: unknown): string {
  const { name, render } = (type ?? {}) as { name?: string; render?: { name?: string } };
  return name || render?.name || 'anonymous';
}

/** How often React committed during `change`, and which components it rendered for that, in their order on the page. */
export async function countRenders(change: () => Promise<unknown>): Promise<{ commits: number; rendered: string[] }> {
  const counts = { commits: 0, rendered: [] };
  counting = counts;
  try {
    await change();
  } finally {
    counting = null;
  }
  return counts;
}
