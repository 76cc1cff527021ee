/** One Voronka as a library: what benchmarks and programs that bring their own process stand on. */
export { createInstallation, type Installation, type InstallationOptions } from './installation.ts'
export { createServer, type HttpServer } from './http/create-server.ts'
export { createLogger } from './config/logger.ts'
export { readSettings, type Settings } from './config/settings.ts'
export { systemClock, VirtualClock } from './worker/clocks.ts'
export * from './in-process.ts'
