export { inOrder } from '@backchannel/host'
