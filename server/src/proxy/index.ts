export { createRoomsProxy, type RoomsProxyOptions } from './createRoomsProxy.ts';
export type { ProxyOperation } from './operations.ts';
export { ProxyError, type ProxyErrorCode } from './ProxyError.ts';
export type { ProxyDecision, ProxyPolicy, ProxyRequest } from './ProxyPolicy.ts';
export type { ProxyServer } from './RoomServerAccess.ts';
export { type RoomsProxyPluginOptions, roomsProxyPlugin } from './roomsProxyPlugin.ts';
