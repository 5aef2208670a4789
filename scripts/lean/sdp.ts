type Value = string | number;
type Said = Record<string, Value | undefined>;
/** A description, or a part of it: names of rows with what they say. */
// biome-ignore lint/suspicious/noExplicitAny: mediasoup-client knows what is in it
type Part = Record<string, any>;

/**
 * What mediasoup-client uses of sdp-transform, for descriptions that browsers write and read. Each row is the type of a
 * line, the name of what it says (with `+` where there may be several), and how it is written: `$name` is a part, `[…]`
 * may be missing, and `=a|b` is one of these words. What no row knows is kept as it is.
 */
const ROWS = `v version $
o origin $username $sessionId $sessionVersion $netType IP$ipVer $address
s name $
t timing $start $stop
c connection IN IP$version $ip
b bandwidth+ $type:$limit
m - $type $port $protocol[ $payloads]
a rtp+ rtpmap:$payload $codec[/$rate[/$encoding]]
a fmtp+ fmtp:$payload $config
a rtcpFb+ rtcp-fb:$payload $type[ $subtype]
a ext+ extmap:$value[/$direction] $uri[ $config]
a extmapAllowMixed =extmap-allow-mixed
a setup setup:$
a mid mid:$
a msid+ msid:$id[ $appdata]
a direction =sendrecv|recvonly|sendonly|inactive
a icelite =ice-lite
a iceUfrag ice-ufrag:$
a icePwd ice-pwd:$
a fingerprint fingerprint:$type $hash
a candidates+ candidate:$foundation $component $transport $priority $ip $port typ $type[ raddr $raddr rport $rport][ tcptype $tcptype][ $rest]
a endOfCandidates =end-of-candidates
a iceOptions ice-options:$
a ssrcs+ ssrc:$id $attribute[:$value]
a ssrcGroups+ ssrc-group:$semantics $ssrcs
a msidSemantic msid-semantic:[ ]$semantic $token
a groups+ group:$type $mids
a rtcpMux =rtcp-mux
a rtcpRsize =rtcp-rsize
a rids+ rid:$id $direction[ $params]
a simulcast simulcast:$dir1 $list1[ $dir2 $list2]
a sctpPort sctp-port:$
a maxMessageSize max-message-size:$
a others+ $line`
  .split('\n')
  .map((row) => {
    const [type, name, ...form] = row.split(' ') as [string, string, ...string[]];
    return rowOf(type, name, form.join(' '));
  });

function rowOf(type: string, name: string, form: string) {
  const fields = [...form.matchAll(/\$(\w*)/g)].map(([, field]) => field as string);
  const words = form.startsWith('=') && form.slice(1);
  const pattern = words ? `(${words})` : form.replace(/\[/g, '(?:').replace(/\]/g, ')?').replace(/\$\w*/g, '(.+?)');
  return {
    type,
    name: name.replace('+', ''),
    several: name.endsWith('+'),
    /** It says one value, and not parts with names. */
    plain: words || fields[0] === '',
    /** How lines of its kind begin. */
    keys: type !== 'a' ? [type] : words ? words.split('|') : [form.split(':')[0] as string],
    fields,
    fill: filler(words ? '$' : form),
    pattern: new RegExp(`^${pattern}$`),
  };
}

/** Puts what is said into a form; what is in brackets is left out where its first part is missing. */
function filler(form: string): (said: Said | Value) => string {
  const pieces = form.split(/(\$\w*|\[|\])/);
  const sequence = (): ((said: Said | Value, always?: boolean) => string) => {
    const steps: ((said: Said | Value) => unknown)[] = [];
    let first = '';
    for (let piece = pieces.shift(); piece !== undefined && piece !== ']'; piece = pieces.shift()) {
      const [mark, field] = [piece[0], piece.slice(1)];
      const literal = piece;
      if (mark === '[') steps.push(sequence());
      else if (mark !== '$') steps.push(() => literal);
      else {
        first ||= field;
        steps.push((said) => (field ? (said as Said)[field] : said));
      }
    }
    return (said, always) =>
      always || !first || (said as Said)[first] != null ? steps.map((step) => step(said)).join('') : '';
  };
  const all = sequence();
  return (said) => all(said, true);
}

type Row = (typeof ROWS)[number];

const MEDIA = ROWS.find(({ type }) => type === 'm') as Row;
const OTHERS = ROWS.at(-1) as Row;
const rowsByKey = new Map(ROWS.flatMap((row) => row.keys.map((key) => [key, row])));
const toValue = (text: string): Value => (String(Number(text)) === text ? Number(text) : text);

export function parse(sdp: string): Part {
  const media: Part[] = [];
  const session: Part = { media };
  let into = session;
  for (const line of sdp.split(/[\r\n]+/)) {
    const content = line.slice(2);
    let row = rowsByKey.get((line[0] === 'a' ? content.split(':')[0] : line[0]) ?? '');
    let match = row?.pattern.exec(content);
    if (!match && line[0] === 'a') {
      row = OTHERS;
      match = OTHERS.pattern.exec(content);
    }
    if (!row || !match) continue;
    const said: Said = {};
    for (const [index, field] of row.fields.entries()) {
      const text = match[index + 1];
      if (text !== undefined) said[field] = toValue(text);
    }
    if (row === MEDIA) {
      into = { rtp: [], fmtp: [], ...said };
      media.push(into);
    } else if (row.several) {
      into[row.name] ??= [];
      into[row.name].push(said);
    } else into[row.name] = row.plain ? toValue(match[1] as string) : said;
  }
  return session;
}

/** The lines of these types, in that order. */
const linesOf = (into: Part, types: string): string[] =>
  [...types].flatMap((wanted) =>
    ROWS.filter(({ type, name }) => type === wanted && into[name] != null).flatMap(({ type, name, several, fill }) =>
      (several ? into[name] : [into[name]]).map((said: Said | Value) => `${type}=${fill(said)}`),
    ),
  );

export function write(session: Part): string {
  const media = session.media.flatMap((section: Part) => [`m=${MEDIA.fill(section)}`, ...linesOf(section, 'cba')]);
  return [...linesOf(session, 'voscbta'), ...media, ''].join('\r\n');
}

export function parseParams(config: string): Said {
  const parameters: Said = {};
  for (const parameter of config.split(/;\s?/)) {
    const [, name, value] = /^([^=]+)(?:=(.+))?/.exec(parameter) ?? [];
    if (name && parameter.length > 1) parameters[name] = value === undefined ? value : toValue(value);
  }
  return parameters;
}
