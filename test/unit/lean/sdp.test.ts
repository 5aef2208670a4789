import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import * as ours from '../../../scripts/lean/sdp.ts';

const { resolve } = createRequire(import.meta.url);
/** What mediasoup-client itself brings. */
const theirs = createRequire(resolve('mediasoup-client'))('sdp-transform');

const CHROMIUM = `v=0
o=- 4828880499211855460 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1
a=extmap-allow-mixed
a=msid-semantic: WMS
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 126
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:4078931759 1 udp 2113937151 cdc0301e-c832-4d31-b322-ae5c946e2ece.local 44880 typ host generation 0 network-cost 999
a=candidate:842163049 1 udp 1677729535 198.51.100.7 45664 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 999
a=candidate:344579997 1 tcp 1518217471 192.0.2.4 9 typ host tcptype active generation 0 network-id 1
a=ice-ufrag:e3zn
a=ice-pwd:XC9x2Co7QooL4j+06zKhTFQ9
a=ice-options:trickle
a=fingerprint:sha-256 B1:50:90:F6:D7:DE:8C:DB:FC:62:C2:E7:FA:95:EE:96:2E:71:DA:E2:2B:A8:07:E9:F5:F7:70:C4:1F:F0:4F:08
a=setup:actpass
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=sendrecv
a=msid:- 21ba0026-569d-4e7b-a1bb-0eb561e13da9
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:126 telephone-event/8000
a=ssrc-group:FID 3123728715 3123728716
a=ssrc:3123728715 cname:A+aZcoD6wbM+W+U0
a=ssrc:3123728715 msid:- 21ba0026-569d-4e7b-a1bb-0eb561e13da9
m=video 9 UDP/TLS/RTP/SAVPF 96 97
c=IN IP4 0.0.0.0
b=AS:2500
a=mid:1
a=extmap:12 https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension
a=sendonly
a=bundle-only
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rid:r0 send
a=rid:r1 send
a=simulcast:send r0;r1`;

const FIREFOX = `v=0
o=mozilla...THIS_IS_SDPARTA-99.0 6843 0 IN IP4 0.0.0.0
s=-
t=0 0
a=sendrecv
a=fingerprint:sha-256 6D:2B:57:AA:7A:0C:EF:04:1A:24:D5:14:DA:94:88:2C:47:2F:96:62:72:8F:14:4D:86:3A:49:51:0B:FA:56:37
a=group:BUNDLE 0 1
a=ice-options:trickle
a=msid-semantic: WMS *
m=video 9 UDP/TLS/RTP/SAVPF 120 124 126
c=IN IP4 0.0.0.0
a=recvonly
a=end-of-candidates
a=extmap:3/sendonly urn:ietf:params:rtp-hdrext:sdes:mid
a=fmtp:126 profile-level-id=42e01f;level-asymmetry-allowed=1;packetization-mode=1
a=fmtp:120 max-fs=12288;max-fr=60
a=fmtp:124 apt=120
a=ice-pwd:da0b5bfcd6a5b5ac8b4bdf5b1b8ea4a0
a=ice-ufrag:7a3c
a=mid:0
a=rtcp-fb:120 ccm fir
a=rtcp-fb:* goog-remb
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:120 VP8/90000
a=rtpmap:124 rtx/90000
a=rtpmap:126 H264/90000
a=setup:active
a=ssrc:3893285229 cname:{ca1d6b96-7a3d-4a0e-9c6d-6ba4bd1d3b0b}
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=mid:1
a=sctp-port:5000
a=max-message-size:1073741823`;

/** The lines of each part, in no order. */
const linesOf = (sdp: string) => sdp.split(/\r?\n(?=m=)/).map((part) => part.trim().split(/\r?\n/).sort());

/** What mediasoup-client looks at. */
const READ = [
  ...[
    'type',
    'port',
    'protocol',
    'payloads',
    'mid',
    'setup',
    'fingerprint',
    'rtp',
    'fmtp',
    'rtcpFb',
    'ext',
    'direction',
  ],
  ...[
    'extmapAllowMixed',
    'ssrcs',
    'ssrcGroups',
    'rids',
    'simulcast',
    'sctpPort',
    'iceUfrag',
    'icePwd',
    'groups',
    'msid',
  ],
];

describe.each([
  ['Chromium', CHROMIUM],
  ['Firefox', FIREFOX],
])('a description of %s', (_, sdp) => {
  test('is read as sdp-transform reads it', () => {
    const [read, expected] = [ours.parse(sdp), theirs.parse(sdp)];
    expect(read.media).toHaveLength(expected.media.length);
    for (const [index, part] of [read, ...read.media].entries()) {
      const wanted = [expected, ...expected.media][index];
      for (const name of READ) expect({ [name]: part[name] }).toEqual({ [name]: wanted[name] });
    }
  });

  test('has the same lines when it is written again, those included of which nothing is known', () => {
    expect(linesOf(ours.write(ours.parse(sdp)))).toEqual(linesOf(sdp));
  });
});

test('what is left out of a line is left out when it is written', () => {
  const sdp = ours.write({
    version: 0,
    media: [
      {
        ...{ type: 'audio', port: 7, protocol: 'UDP/TLS/RTP/SAVPF', payloads: '100 101' },
        rtp: [
          { payload: 100, codec: 'opus', rate: 48000, encoding: 2 },
          { payload: 101, codec: 'VP8', rate: 90000 },
        ],
        rtcpFb: [
          { payload: 100, type: 'nack', subtype: 'pli' },
          { payload: 100, type: 'nack', subtype: undefined },
        ],
        candidates: [
          { foundation: 'udp', component: 1, transport: 'udp', priority: 3, ip: '::1', port: 40000, type: 'host' },
          {
            foundation: 't',
            component: 1,
            transport: 'tcp',
            priority: 2,
            ip: '::1',
            port: 40001,
            type: 'host',
            tcptype: 'passive',
          },
        ],
      },
    ],
  });
  expect(sdp.split('\r\n')).toEqual([
    'v=0',
    'm=audio 7 UDP/TLS/RTP/SAVPF 100 101',
    'a=rtpmap:100 opus/48000/2',
    'a=rtpmap:101 VP8/90000',
    'a=rtcp-fb:100 nack pli',
    'a=rtcp-fb:100 nack',
    'a=candidate:udp 1 udp 3 ::1 40000 typ host',
    'a=candidate:t 1 tcp 2 ::1 40001 typ host tcptype passive',
    '',
  ]);
});

test.each([
  'minptime=10;useinbandfec=1',
  'level-asymmetry-allowed=1; packetization-mode=1; profile-level-id=42e01f',
  '0-15',
  '111/111',
  'apt=96',
  '',
])('the parameters "%s" are read as sdp-transform reads them', (config) => {
  expect(ours.parseParams(config)).toEqual(theirs.parseParams(config));
});
