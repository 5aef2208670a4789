import type { ESTree } from 'vite';

/** What a room never calls. */
export interface Unused {
  /** Methods and accessors, as `Class.member`. */
  readonly members: readonly string[];
  /** Events that are never emitted, then: those who listen to them go too. */
  readonly events: readonly string[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The code of a module without what is unused. What was cut is added to `cut`, so that a name that has gone is noticed. */
export function without(code: string, program: ESTree.Program, { members, events }: Unused, cut: Set<string>): string {
  const ranges: Range[] = [];
  const take = (name: string, range: Range) => {
    ranges.push(range);
    cut.add(name);
  };
  for (const node of program.body) {
    if (node.type !== 'ClassDeclaration') continue;
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition' || member.key.type !== 'Identifier') continue;
      const name = `${node.id?.name}.${member.key.name}`;
      if (members.includes(name)) take(name, member);
      else
        for (const statement of member.value.body?.body ?? []) {
          const event = eventOf(statement);
          if (event !== null && events.includes(event)) take(event, statement);
        }
    }
  }
  return ranges.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code);
}

/** The event that a statement `emitter.on('event', …)` listens to. */
function eventOf(statement: ESTree.Node): string | null {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return null;
  const {
    callee,
    arguments: [event],
  } = statement.expression;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'on')
    return null;
  return event?.type === 'Literal' && typeof event.value === 'string' ? event.value : null;
}
