declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  /** MediaPipe's loader of its WebAssembly. */
  const ModuleFactory: unknown;
  export default ModuleFactory;
}
